import { sql } from 'drizzle-orm'
import type { Database } from '../database/store.ts'

/** What the index remembers about itself. */
export type SearchStateName = 'appliedChange' | 'analyser' | 'rebuild'

/** @returns null when nothing is remembered */
export const readState = async (index: Database, name: SearchStateName): Promise<string | null> => {
  const row = index.get<{ value: string } | undefined>(sql`SELECT value FROM search_state WHERE name = ${name}`)
  return row?.value ?? null
}

export const writeState = async (index: Database, name: SearchStateName, value: string): Promise<void> => {
  index.run(sql`INSERT INTO search_state (name, value) VALUES (${name}, ${value}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
}

export const clearState = async (index: Database, name: SearchStateName): Promise<void> => {
  index.run(sql`DELETE FROM search_state WHERE name = ${name}`)
}
