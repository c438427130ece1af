import { openSqlite, sqlitePath } from './open-sqlite.ts'
import type { Store } from './store.ts'

/** Opens the database that `url` names: `file:…` is SQLite, `postgres://…` is PostgreSQL. Applies pending migrations. */
export const openDatabase = async (url: string, directory: string): Promise<Store> => {
  if (url.startsWith('file:')) return openSqlite(sqlitePath(url, directory))
  const { openPostgres } = await import('./open-postgres.ts')
  return openPostgres(url)
}
