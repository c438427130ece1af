import { setTimeout as delay } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'

const waitMaximumMs = 15_000
const firstPauseMs = 1
const pauseMaximumMs = 20

const isBusy = (error: unknown): boolean => error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')

/**
 * Takes the write lock. SQLite's own busy timeout would block the whole process while another one writes:
 * this waits without holding up readers.
 * @throws {SqliteError} SQLITE_BUSY after 15 seconds
 */
export const beginImmediate = async (connection: BetterSqlite.Database): Promise<void> => {
  const deadline = performance.now() + waitMaximumMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, pauseMaximumMs)) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    await delay(pauseMs)
  }
}
