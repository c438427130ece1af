import type { ArticleContent } from '@gazette/schema/article-content'
import { toArticleHead } from '../articles/article-head.ts'
import { blockTexts } from '../articles/block-text.ts'
import { contentHash } from '../articles/content-hash.ts'
import { appendChange } from '../changes/append-change.ts'
import { and, eq } from '../database/drizzle.ts'
import type { Database, Tables } from '../database/store.ts'
import { NotFound } from '../errors.ts'
import { countWords } from '../rendering/count-words.ts'
import { requireKnownMedia } from './article-media.ts'
import { linkNames } from './article-names.ts'
import { requireTransition, type StoredStatus } from './transitions.ts'

/** One transaction's view of the database. `now` is the instant of everything it writes. */
export type Writing = { tables: Tables; db: Database; now: number }

type ArticleRow = Tables['articles']['$inferSelect']

/** The columns of an article that follow from the revision readers see. */
export const derivedColumns = (content: ArticleContent) => {
  const { words, readingMinutes } = countWords(blockTexts(content.body).join('\n'))
  return {
    kind: content.kind,
    title: content.title,
    sourceName: content.source?.name ?? null,
    publishedAt: Date.parse(content.publishedAt),
    head: JSON.stringify(toArticleHead(content)),
    wordCount: words,
    readingMinutes,
    contentHash: contentHash(content),
  }
}

const getRow = async ({ tables: { articles }, db }: Writing, id: string): Promise<ArticleRow> => {
  const rows = await db.select().from(articles).where(eq(articles.id, id))
  const row = rows[0]
  if (!row) throw new NotFound('article-not-found', { detail: `There is no article ${id}.` })
  return row
}

const addRevision = async ({ tables, db, now }: Writing, articleId: string, number: number, content: ArticleContent) => {
  await db.insert(tables.revisions).values({
    articleId,
    number,
    content: JSON.stringify(content),
    contentHash: contentHash(content),
    createdAt: now,
  })
}

/** Creates a draft with its first revision. */
export const createDraft = async (
  writing: Writing,
  { id, channelId, content }: { id: string; channelId: string; content: ArticleContent },
): Promise<void> => {
  await requireKnownMedia(writing, content)
  await writing.db.insert(writing.tables.articles).values({
    id,
    channelId,
    status: 'draft',
    latestRevision: 1,
    updatedAt: writing.now,
    createdAt: writing.now,
    ...derivedColumns(content),
  })
  await addRevision(writing, id, 1, content)
}

/**
 * Adds a revision unless the content is that of the newest one. Readers see it once it is published.
 * @returns whether anything changed
 */
export const reviseArticle = async (writing: Writing, id: string, content: ArticleContent): Promise<boolean> => {
  const { tables, db } = writing
  const row = await getRow(writing, id)
  const newest = await db
    .select({ hash: tables.revisions.contentHash })
    .from(tables.revisions)
    .where(and(eq(tables.revisions.articleId, id), eq(tables.revisions.number, row.latestRevision)))
  if (newest[0]?.hash === contentHash(content)) return false
  requireTransition(row.status, 'published')
  await requireKnownMedia(writing, content)
  const number = row.latestRevision + 1
  await addRevision(writing, id, number, content)
  await db
    .update(tables.articles)
    .set({ latestRevision: number, ...(row.status === 'draft' ? derivedColumns(content) : {}) })
    .where(eq(tables.articles.id, id))
  return true
}

const readRevision = async ({ tables: { revisions }, db }: Writing, id: string, number: number): Promise<ArticleContent> => {
  const rows = await db
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), eq(revisions.number, number)))
  const text = rows[0]?.content
  if (text === undefined) throw new NotFound('article-not-found', { detail: `Article ${id} has no revision ${number}.` })
  return JSON.parse(text) as ArticleContent
}

/** Shows the newest revision to readers: first publication, correction, or return of a withdrawn article. */
export const publishArticle = async (writing: Writing, id: string): Promise<void> => {
  const { tables, db, now } = writing
  const row = await getRow(writing, id)
  requireTransition(row.status, 'published')
  if (row.status === 'published' && row.publishedRevision === row.latestRevision) return
  const content = await readRevision(writing, id, row.latestRevision)
  await db
    .update(tables.articles)
    .set({
      ...derivedColumns(content),
      status: 'published',
      publishedRevision: row.latestRevision,
      updatedAt: now,
      reason: null,
      endedAt: null,
    })
    .where(eq(tables.articles.id, id))
  await db
    .update(tables.revisions)
    .set({ publishedAt: now })
    .where(and(eq(tables.revisions.articleId, id), eq(tables.revisions.number, row.latestRevision)))
  await linkNames(tables, db, id, content, now)
  const type = row.publishedRevision === null ? 'article.published' : 'article.updated'
  await appendChange(tables, db, { type, at: now, articleId: id, channelId: row.channelId })
}

/** Moves an article to another channel; its address stays. */
export const moveArticle = async ({ tables, db, now }: Writing, id: string, channelId: string): Promise<boolean> => {
  const row = await getRow({ tables, db, now }, id)
  if (row.channelId === channelId) return false
  const isPublic = row.status === 'published' || row.status === 'withdrawn'
  await db
    .update(tables.articles)
    .set({ channelId, ...(isPublic ? { updatedAt: now } : {}) })
    .where(eq(tables.articles.id, id))
  if (isPublic)
    await appendChange(tables, db, { type: 'article.updated', at: now, articleId: id, channelId, previousChannelId: row.channelId })
  return true
}

const endArticle = async (writing: Writing, id: string, to: StoredStatus & ('withdrawn' | 'removed'), reason: string): Promise<void> => {
  const { tables, db, now } = writing
  const row = await getRow(writing, id)
  requireTransition(row.status, to)
  await db.update(tables.articles).set({ status: to, reason, endedAt: now, updatedAt: now }).where(eq(tables.articles.id, id))
  // A draft that is thrown away was never public: nobody may learn of it from the change log.
  if (row.publishedRevision === null) return
  await appendChange(tables, db, { type: `article.${to}`, at: now, articleId: id, channelId: row.channelId })
}

/** Takes an article out of lists and search; it stays readable with its notice. */
export const withdrawArticle = (writing: Writing, id: string, reason: string): Promise<void> => endArticle(writing, id, 'withdrawn', reason)

/** Takes an article away for good: its address answers 410 with the reason. */
export const removeArticle = (writing: Writing, id: string, reason: string): Promise<void> => endArticle(writing, id, 'removed', reason)
