import { ArticleContent } from '@gazette/schema/article-content'
import { contentHash } from '../../articles/content-hash.ts'
import { createId } from '../../create-id.ts'
import { and, eq } from '../../database/drizzle.ts'
import { createDraft, publishArticle, reviseArticle, type Writing } from '../../publishing/article-writer.ts'
import { addRedirect } from '../../publishing/redirect-writer.ts'
import { toZonedInstant } from '../../time-zone.ts'
import type { ParsedArticle } from '../parsed-article.ts'
import { type ChannelWish, findOrCreateChannel } from './find-or-create-channel.ts'
import { findOrigin, type Origin, rememberOrigin, toOriginKey } from './import-origin.ts'
import { type KeepMediaOptions, keepMedia } from './keep-media.ts'
import { replaceMedia } from './replace-media.ts'
import { type StoringNote, storingNote } from './storing-notes.ts'

export type Stored = {
  outcome: 'created' | 'updated' | 'unchanged'
  articleId: string
  status: 'draft' | 'published' | 'withdrawn' | 'removed'
  channelPath: string | null
  notes: StoringNote[]
}

export type StoreOptions = KeepMediaOptions & {
  parsed: ParsedArticle
  /** The channel somebody asked for; without it, the page's own trail. */
  channelPath: string | null
  publish: boolean
  timeZone: string
}

const toContent = (parsed: ParsedArticle['content'], { writing, timeZone }: StoreOptions): ArticleContent =>
  ArticleContent.parse({ ...parsed, publishedAt: parsed.publishedAt ?? toZonedInstant(writing.now, timeZone) })

const readState = async ({ tables: { articles, revisions }, db }: Writing, id: string) => {
  const rows = await db
    .select({ status: articles.status, newestHash: revisions.contentHash })
    .from(articles)
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.latestRevision)))
    .where(eq(articles.id, id))
  return rows[0]
}

const updateImported = async (options: StoreOptions, origin: Origin, originKey: string, content: ArticleContent): Promise<Stored> => {
  const { writing, publish } = options
  const { articleId } = origin
  const state = await readState(writing, articleId)
  const status = state?.status ?? 'draft'
  const unchanged: Stored = { outcome: 'unchanged', articleId, status, channelPath: null, notes: [] }
  const hash = contentHash(content)
  // A removed article stays removed: importing its page again must not bring it back.
  if (hash === origin.contentHash || status === 'removed') return unchanged
  const changed = await reviseArticle(writing, articleId, content)
  await rememberOrigin(writing, originKey, { articleId, contentHash: hash })
  if (!changed) return unchanged
  // Somebody here has corrected the article since: their words are not overwritten in public.
  const isEdited = state?.newestHash !== origin.contentHash
  if (status === 'published' && publish && !isEdited) await publishArticle(writing, articleId)
  return { ...unchanged, outcome: 'updated', notes: isEdited ? [storingNote('edited-since', content.title)] : [] }
}

const createImported = async (options: StoreOptions, originKey: string, content: ArticleContent): Promise<Stored> => {
  const { writing, parsed, channelPath } = options
  const wish: ChannelWish = channelPath === null ? { trail: parsed.trail } : { path: channelPath }
  const channel = await findOrCreateChannel(writing, wish)
  const articleId = createId(writing.now)
  const publish = options.publish && parsed.content.publishedAt !== null
  await createDraft(writing, { id: articleId, channelId: channel.id, content })
  if (publish) await publishArticle(writing, articleId)
  await rememberOrigin(writing, originKey, { articleId, contentHash: contentHash(content) })
  const notes = channel.created.map(({ path, name }) => storingNote('channel-created', `${path} ${name}`))
  if (channel.isUnfiled) notes.push(storingNote('no-channel', channel.path))
  if (parsed.content.publishedAt === null) notes.push(storingNote('kept-as-draft', content.title))
  return { outcome: 'created', articleId, status: publish ? 'published' : 'draft', channelPath: channel.path, notes }
}

/** Makes one parsed page an article, or a new revision of the article it became before. Call it inside a transaction. */
export const storeArticle = async (options: StoreOptions): Promise<Stored> => {
  const { writing, parsed } = options
  const originKey = toOriginKey(parsed)
  const { kept, notes } = await keepMedia(options, parsed.media)
  const content = toContent(replaceMedia(parsed.content, kept), options)
  const origin = await findOrigin(writing, originKey)
  const stored = origin ? await updateImported(options, origin, originKey, content) : await createImported(options, originKey, content)
  if (parsed.legacyUrl !== null && stored.outcome === 'created')
    await addRedirect(writing, parsed.legacyUrl, { articleId: stored.articleId })
  return { ...stored, notes: [...notes, ...stored.notes] }
}
