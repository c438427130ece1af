import { readFileSync } from 'node:fs'

const migration = (name: string): string => readFileSync(new URL(`../../migrations/sqlite/${name}.sql`, import.meta.url), 'utf8')

/** The tables of an index, empty. On SQLite they are in the database of the articles, beside PostgreSQL in a file of their own. */
export const indexSchema = migration('0002-search') + migration('0007-search-memory')
