import BetterSqlite from 'better-sqlite3'

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** Out of memory is what a record says that was written over: its first numbers tell FTS5 how much room the rest of it takes. */
const damageCodes = /^SQLITE_(CORRUPT|NOTADB|NOMEM)/

const findCause = (error: unknown): Error | null => {
  if (!(error instanceof Error)) return null
  return damageCodes.test(codeOf(error)) ? error : findCause(error.cause)
}

/** Whether an error, or what caused it, says that what is kept of the index on the disk is not what was written there. */
export const isIndexDamage = (error: unknown): boolean => findCause(error) !== null

const examine = (connection: BetterSqlite.Database): string | null => {
  const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'search_*'").pluck()
  for (const table of tables.all()) {
    const said = connection.prepare<[], string>(`PRAGMA integrity_check(${table})`).pluck().all()
    const damage = said.find((line) => line !== 'ok')
    if (damage !== undefined) return damage
  }
  return null
}

/**
 * What is wrong inside the index in a file, in the words of the database: every page of its tables is read, and what the
 * full-text tables make of them. Reads only, so nobody has to wait for it.
 * @returns null when it is sound
 */
export const findDamage = (path: string): string | null => {
  // A connection of its own: one that has searched before compares what is there with what FTS5 remembers of it.
  const connection = new BetterSqlite(path, { readonly: true, timeout: 10_000 })
  try {
    return examine(connection)
  } catch (error) {
    const cause = findCause(error)
    if (cause === null) throw error
    return cause.message
  } finally {
    connection.close()
  }
}
