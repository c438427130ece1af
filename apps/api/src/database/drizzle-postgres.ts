import { createRequire } from 'node:module'

// CommonJS as in drizzle.ts, and apart from it: who keeps to SQLite never loads PostgreSQL's client (15 MB).
const require = createRequire(import.meta.url)

const driver = require('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres')

/** Table and column builders of PostgreSQL. */
export const postgresCore = require('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core')
export const drizzlePostgres = driver.drizzle
