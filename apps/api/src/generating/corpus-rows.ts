import type { Tables } from '../database/store.ts'
import { derivedColumns } from '../publishing/article-writer.ts'
import type { GeneratedArticle } from './corpus.ts'

type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert']

/** Everything publishing would have written for some articles. People are named, not yet numbered. */
export type CorpusRows = {
  articles: Row<'articles'>[]
  revisions: Row<'revisions'>[]
  topics: Map<string, string>
  articleTopics: Row<'articleTopics'>[]
  people: { articleId: string; name: string; part: 'author' | 'editor' }[]
  changes: Row<'changes'>[]
}

const addRevisions = (rows: CorpusRows, { id, revisions, status, publishedAt, updatedAt }: GeneratedArticle, hash: string): void => {
  const last = revisions.length - 1
  for (const [index, content] of revisions.entries()) {
    const at = index === 0 ? publishedAt : updatedAt
    rows.revisions.push({
      articleId: id,
      number: index + 1,
      content: JSON.stringify(content),
      contentHash: index === last ? hash : derivedColumns(content).contentHash,
      createdAt: at,
      publishedAt: status === 'draft' ? null : at,
    })
  }
}

const addNames = (rows: CorpusRows, { id, revisions }: GeneratedArticle): void => {
  const content = revisions.at(-1)
  if (!content) return
  for (const { name } of content.authors) rows.people.push({ articleId: id, name, part: 'author' })
  for (const { name } of content.editors) rows.people.push({ articleId: id, name, part: 'editor' })
  for (const { slug, name } of content.topics) {
    rows.topics.set(slug, name)
    rows.articleTopics.push({ articleId: id, topicSlug: slug })
  }
}

const addChanges = (rows: CorpusRows, { id, channelId, status, revisions, publishedAt, updatedAt }: GeneratedArticle): void => {
  const change = { articleId: id, channelId, previousChannelId: null }
  rows.changes.push({ type: 'article.published', at: publishedAt, ...change })
  if (status === 'withdrawn' || status === 'removed') rows.changes.push({ type: `article.${status}`, at: updatedAt, ...change })
  else if (revisions.length > 1) rows.changes.push({ type: 'article.updated', at: updatedAt, ...change })
}

const addArticle = (rows: CorpusRows, article: GeneratedArticle): void => {
  const { id, channelId, status, revisions, publishedAt, updatedAt, reason } = article
  const content = revisions.at(-1)
  if (!content) return
  const columns = derivedColumns(content)
  rows.articles.push({
    id,
    channelId,
    status,
    latestRevision: revisions.length,
    publishedRevision: status === 'draft' ? null : revisions.length,
    updatedAt,
    createdAt: publishedAt,
    reason,
    endedAt: reason === null ? null : updatedAt,
    ...columns,
  })
  addRevisions(rows, article, columns.contentHash)
  // A draft was never public: neither names nor the change log know it.
  if (status === 'draft') return
  addNames(rows, article)
  addChanges(rows, article)
}

/** The rows of some articles, as publishing, correcting and ending them one by one would have left them. */
export const toCorpusRows = (articles: readonly GeneratedArticle[]): CorpusRows => {
  const rows: CorpusRows = { articles: [], revisions: [], topics: new Map(), articleTopics: [], people: [], changes: [] }
  for (const article of articles) addArticle(rows, article)
  return rows
}
