import { openPostgres } from './open-postgres.ts'
import { openSqlite, sqlitePath } from './open-sqlite.ts'
import type { Store } from './store.ts'

/** Opens the database that `url` names: `file:…` is SQLite, `postgres://…` is PostgreSQL. Applies pending migrations. */
export const openDatabase = (url: string, directory: string): Promise<Store> =>
  url.startsWith('file:') ? openSqlite(sqlitePath(url, directory)) : openPostgres(url)
