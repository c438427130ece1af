import { sql } from '../database/drizzle.ts'
import type { Database } from '../database/store.ts'
import { indexSchema } from './index-schema.ts'
import { clientOf } from './prepared.ts'
import { writeState } from './search-state.ts'

/** All but what readers asked for, which is nowhere else. */
const tables = ['search_text', 'search_title', 'search_words', 'search_documents', 'search_vocabulary', 'search_state']

/** A way to be rid of the tables of an index. */
export type Removal = (index: Database) => void

/** The proper way, which has to read what it drops. */
export const dropTables: Removal = (index) => {
  for (const table of tables) index.run(sql`DROP TABLE IF EXISTS ${sql.identifier(table)}`)
}

/**
 * The way that is left when not even that can be read: the database forgets that there were such tables. Their pages are lost
 * to it until it is vacuumed, and nothing ever looks at them again.
 */
export const forgetTables: Removal = (index) => {
  const client = clientOf(index)
  client.unsafeMode(true)
  try {
    client.pragma('writable_schema = ON')
    client.prepare("DELETE FROM sqlite_schema WHERE tbl_name GLOB 'search_*' AND tbl_name <> 'search_queries'").run()
    client.pragma('writable_schema = RESET')
  } finally {
    client.pragma('writable_schema = OFF')
    client.unsafeMode(false)
  }
}

/** Makes the tables of an index anew, in the transaction in which a rebuild of it begins. Until that ends the index is incomplete. */
export const resetIndex = (index: Database, remove: Removal): void => {
  remove(index)
  clientOf(index).exec(indexSchema.replace('CREATE TABLE search_queries', 'CREATE TABLE IF NOT EXISTS search_queries'))
  writeState(index, 'incomplete', 'true')
}
