import { sql } from '../database/drizzle.ts'
import type { Database } from '../database/store.ts'
import { analyseText, gapTerm } from './analyse-text.ts'
import { normaliseText } from './normalise-text.ts'

/** A query worth asking. `weight` is comparable within one kind only. */
type Suggestion = { text: string; weight: number }

const perKindMaximum = 10

/** Queries of fewer readers are nobody else's business. */
export const askersMinimum = 5

/** The least string that is greater than every string beginning with `prefix`, in the order of UTF-8. */
const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`

const byText = (index: Database, typed: string): Suggestion[] =>
  index.all<Suggestion>(sql`SELECT text, documents AS weight FROM search_vocabulary
    WHERE text >= ${typed} AND text < ${endOf(typed)} ORDER BY documents DESC, text LIMIT ${perKindMaximum}`)

const bySound = (index: Database, typed: string): Suggestion[] =>
  index.all<Suggestion>(sql`SELECT text, max(documents) AS weight FROM (
      SELECT text, documents FROM search_vocabulary WHERE pinyin >= ${typed} AND pinyin < ${endOf(typed)}
      UNION ALL SELECT text, documents FROM search_vocabulary WHERE initials >= ${typed} AND initials < ${endOf(typed)}
    ) GROUP BY text ORDER BY weight DESC, text LIMIT ${perKindMaximum}`)

const asked = (index: Database, typed: string): Suggestion[] =>
  index.all<Suggestion>(sql`SELECT text, askers AS weight FROM search_queries
    WHERE askers >= ${askersMinimum} AND ((text >= ${typed} AND text < ${endOf(typed)})
      OR (pinyin >= ${typed} AND pinyin < ${endOf(typed)}) OR (initials >= ${typed} AND initials < ${endOf(typed)}))
    ORDER BY askers DESC, text LIMIT ${perKindMaximum}`)

/** Ids of the newest articles whose title, kicker or subtitle begins with what was typed. */
const titlesBeginning = (index: Database, typed: string): string[] => {
  const terms = analyseText(typed).map(({ term }) => term)
  // The last character alone stands for the end of a run, and the title goes on.
  const beginning = /\p{Script=Han}$/u.test(typed) ? terms.slice(0, -1) : terms
  if (beginning.length === 0) return []
  const expression = `"${[gapTerm, ...beginning].join(' ')}"`
  return index
    .all<{ article_id: string }>(sql`SELECT d.article_id FROM search_title AS t JOIN search_documents AS d ON d.docid = t.rowid
      WHERE t.search_title MATCH ${expression} ORDER BY t.rowid DESC LIMIT ${perKindMaximum}`)
    .map((row) => row.article_id)
}

/** What could be meant by a beginning: queries of many readers, words and names, and articles by their titles. */
export type Suggestions = { texts: string[]; articleIds: string[] }

/** Suggests by characters, by full pinyin and by initials (政, zhengx, zx), most useful first. */
export const suggestQueries = (index: Database, query: string): Suggestions => {
  const typed = normaliseText(query)
  if (typed === '') return { texts: [], articleIds: [] }
  const spelled = typed.replaceAll(/[\s']/g, '').replaceAll('ü', 'v')
  const isSpelled = /^[a-z0-9]+$/.test(spelled)
  const found = [...asked(index, isSpelled ? spelled : typed), ...byText(index, typed), ...(isSpelled ? bySound(index, spelled) : [])]
  const texts = [...new Set(found.map(({ text }) => text))]
  return { texts, articleIds: titlesBeginning(index, typed) }
}
