/** Counts the statements drizzle sends. */
export const createStatementCounter = () => {
  let statements = 0
  const logQuery = (): void => {
    statements += 1
  }
  return { logger: { logQuery }, statementCount: () => statements }
}
