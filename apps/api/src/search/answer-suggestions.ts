import type { SearchSuggestions, SuggestionQuery } from '@gazette/schema/search'
import { and, eq, inArray } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import type { Search } from './create-search.ts'

/** Of the suggestions at least so many are whole titles, when there are any. */
const titlesMinimum = 2

const readTitles = async ({ db, tables: { articles } }: Store, ids: string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: articles.id, title: articles.title })
    .from(articles)
    .where(and(inArray(articles.id, ids), eq(articles.status, 'published')))
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return ids.flatMap((id) => titles.get(id) ?? [])
}

/** Suggests queries for what was typed so far. */
export const answerSuggestions = async (
  { store, search }: { store: Store; search: Search },
  { q, limit }: SuggestionQuery,
): Promise<SearchSuggestions> => {
  const { texts, articleIds } = await search.suggest(q)
  const titles = await readTitles(store, articleIds)
  const words = texts.slice(0, Math.max(limit - Math.min(titles.length, titlesMinimum), 0))
  return { data: [...new Set([...words, ...titles])].slice(0, limit).map((text) => ({ text })) }
}
