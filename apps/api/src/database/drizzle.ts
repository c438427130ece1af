import { createRequire } from 'node:module'

// Node reads a package's package.json again for every ES module of it, and drizzle-orm's has 180 kB: loaded as ES modules it
// takes 1.5 s and 130 MB, as CommonJS 0.1 s and 20 MB. Everybody takes drizzle from here, so that there is one of it.
const require = createRequire(import.meta.url)

const orm = require('drizzle-orm') as typeof import('drizzle-orm')
const sqliteDriver = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3')

export type { Column, Placeholder, SQL } from 'drizzle-orm'
export type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

export const { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, lt, lte, max, min, ne, or, sql } = orm
/** Table and column builders of SQLite. */
export const sqliteCore = require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core')
export const drizzleSqlite = sqliteDriver.drizzle
