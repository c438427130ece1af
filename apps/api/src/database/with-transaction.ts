/** How one engine opens and ends a transaction on the connection that writes. */
export type TransactionSteps = { begin(): Promise<void>; commit(): Promise<void>; rollback(): Promise<void> }

/**
 * Runs pieces of work one after another, each in a transaction of its own.
 * The only place that opens one: drizzle's own `transaction(async …)` does not hold it on better-sqlite3.
 */
export const createSerialTransaction = (steps: TransactionSteps) => {
  let tail: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const run = async (): Promise<T> => {
      await steps.begin()
      try {
        const result = await work()
        await steps.commit()
        return result
      } catch (error) {
        await steps.rollback()
        throw error
      }
    }
    const result = tail.then(run, run)
    tail = result.catch(() => undefined)
    return result
  }
}
