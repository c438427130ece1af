import { createHash, randomBytes } from 'node:crypto'
import { sql } from '../database/drizzle.ts'
import { normaliseText } from './normalise-text.ts'
import type { SearchIndex } from './open-search-index.ts'
import { pinyinKeys } from './pinyin-keys.ts'
import { askersMinimum } from './suggest-queries.ts'

const queriesMaximum = 5_000
const queryLengthMaximum = 30
const forgottenAfterMs = 90 * 86_400_000

/** Remembers what several readers asked for and found. Who asked is known for as long as the process runs, as a salted digest. */
export const createAskedQueries = (index: SearchIndex, now: () => number) => {
  const salt = randomBytes(16)
  const askers = new Map<string, Set<string>>()

  /** Notes a query that found something. `reader` tells one reader from another, for example by address. */
  const note = (query: string, reader: string): void => {
    const text = normaliseText(query)
    if (text.length > queryLengthMaximum || text === '') return
    if (!askers.has(text) && askers.size >= queriesMaximum) askers.delete(askers.keys().next().value ?? '')
    const known = askers.get(text) ?? new Set()
    known.add(createHash('sha256').update(salt).update(reader).digest('base64url').slice(0, 12))
    askers.set(text, known)
  }

  /** Keeps the queries that enough readers share; the others are never written down. */
  const keep = async (): Promise<void> => {
    const shared = [...askers].filter(([, readers]) => readers.size >= askersMinimum)
    if (shared.length === 0) return
    await index.withTransaction(async ({ index: db }) => {
      for (const [text, readers] of shared) {
        const { full, initials } = pinyinKeys(text)
        db.run(sql`INSERT INTO search_queries (text, askers, asked_at, pinyin, initials) VALUES (${text}, ${readers.size}, ${now()}, ${full}, ${initials})
          ON CONFLICT (text) DO UPDATE SET askers = askers + excluded.askers, asked_at = excluded.asked_at`)
      }
      db.run(sql`DELETE FROM search_queries WHERE asked_at < ${now() - forgottenAfterMs}`)
    })
    for (const [text] of shared) askers.delete(text)
  }

  return { note, keep }
}
export type AskedQueries = ReturnType<typeof createAskedQueries>
