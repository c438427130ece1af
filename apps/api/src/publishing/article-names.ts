import type { ArticleContent } from '@gazette/schema/article-content'
import { createId } from '../create-id.ts'
import { eq, inArray } from '../database/drizzle.ts'
import type { Database, Tables } from '../database/store.ts'

const storePeople = async ({ people }: Tables, db: Database, names: string[], now: number): Promise<Map<string, string>> => {
  if (names.length === 0) return new Map()
  await db
    .insert(people)
    .values(names.map((name) => ({ id: createId(now), name })))
    .onConflictDoNothing()
  const rows = await db.select().from(people).where(inArray(people.name, names))
  return new Map(rows.map(({ id, name }) => [name, id]))
}

const unique = (values: string[]): string[] => [...new Set(values)]

/** Points the article at the people and topics its public revision names, so that they can be asked for by name. */
export const linkNames = async (tables: Tables, db: Database, articleId: string, content: ArticleContent, now: number): Promise<void> => {
  const { articlePeople, articleTopics, topics } = tables
  const authors = unique(content.authors.map(({ name }) => name))
  const editors = unique(content.editors.map(({ name }) => name))
  const ids = await storePeople(tables, db, unique([...authors, ...editors]), now)
  const rows = (names: string[], part: 'author' | 'editor') =>
    names.flatMap((name) => {
      const personId = ids.get(name)
      return personId ? [{ articleId, personId, part }] : []
    })
  await db.delete(articlePeople).where(eq(articlePeople.articleId, articleId))
  const parts = [...rows(authors, 'author'), ...rows(editors, 'editor')]
  if (parts.length > 0) await db.insert(articlePeople).values(parts)
  await db.delete(articleTopics).where(eq(articleTopics.articleId, articleId))
  const wanted = [...new Map(content.topics.map((topic) => [topic.slug, topic])).values()]
  if (wanted.length === 0) return
  // A topic keeps the name it has: renaming is an act of its own, not a side effect of one article.
  await db.insert(topics).values(wanted).onConflictDoNothing()
  await db.insert(articleTopics).values(wanted.map(({ slug }) => ({ articleId, topicSlug: slug })))
}
