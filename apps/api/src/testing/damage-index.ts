import { closeSync, openSync, writeSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'

const damageBlobs = (index: BetterSqlite.Database): void => {
  // SQLite keeps these tables from being written by others than FTS5, and with reason.
  index.unsafeMode(true)
  index.exec('UPDATE search_text_data SET block = randomblob(length(block))')
}

const damagePage = (index: BetterSqlite.Database, path: string, table: string): void => {
  const page = Number(index.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  const size = Number(index.pragma('page_size', { simple: true }))
  index.pragma('wal_checkpoint(TRUNCATE)')
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size)
  closeSync(file)
}

/**
 * Damages the index in a SQLite file as a failing disk does: what FTS5 has written, or a page of one of the tables.
 * @param table whose first page is overwritten; null for the content of the full-text tables
 */
export const damageIndex = (path: string, table: string | null): void => {
  const index = new BetterSqlite(path)
  try {
    if (table === null) damageBlobs(index)
    else damagePage(index, path, table)
  } finally {
    index.close()
  }
}
