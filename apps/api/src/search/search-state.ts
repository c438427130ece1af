import type { Database } from '../database/store.ts'
import { prepared } from './prepared.ts'

/** What the index remembers about itself. */
export type SearchStateName = 'appliedChange' | 'appliedMark' | 'analyser' | 'rebuild' | 'incomplete'

/** @returns null when nothing is remembered */
export const readState = (index: Database, name: SearchStateName): string | null =>
  (prepared(index, 'SELECT value FROM search_state WHERE name = ?').get(name) as { value: string } | undefined)?.value ?? null

export const writeState = (index: Database, name: SearchStateName, value: string): void => {
  prepared(index, 'INSERT INTO search_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(
    name,
    value,
  )
}

export const clearState = (index: Database, name: SearchStateName): void => {
  prepared(index, 'DELETE FROM search_state WHERE name = ?').run(name)
}
