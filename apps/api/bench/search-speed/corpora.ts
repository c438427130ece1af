import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { openSqlite } from '../../src/database/open-sqlite.ts'
import { generateCorpus } from '../../src/generating/generate-corpus.ts'

export const timeZone = 'Asia/Shanghai'
const until = Date.parse('2026-11-20T00:00:00+08:00')
const indexParts = ['search_text', 'search_title', 'search_words']

/** Tells somebody who waits at a terminal how far a long work has come. */
export const showProgress = (what: string) => (done: number, total: number) =>
  void (process.stderr.isTTY && process.stderr.write(`\r${what} ${done}/${total}${done >= total ? '\n' : ''}`))

/**
 * The database with a generated corpus in a folder; made when it is not there, which takes about five minutes for a million
 * articles. An interrupted one is begun anew.
 */
export const prepareCorpus = async (directory: string, articles: number): Promise<string> => {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, `${articles}.db`)
  if (existsSync(path)) return path
  const unfinished = join(directory, `${articles}-${process.pid}.db`)
  const store = await openSqlite(unfinished)
  const show = showProgress('generating')
  await generateCorpus({ store, articles, seed: 'speed', until, timeZone, onProgress: (done) => show(done, articles) })
  await store.close()
  renameSync(unfinished, path)
  return path
}

/** Empties the index. */
export const emptyIndex = (path: string): void => {
  const db = new BetterSqlite(path)
  for (const part of indexParts) db.exec(`INSERT INTO ${part} (${part}) VALUES ('delete-all')`)
  db.exec('DELETE FROM search_documents; DELETE FROM search_vocabulary; DELETE FROM search_state')
  db.close()
}
