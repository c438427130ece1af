import type { ArticleContent } from '@gazette/schema/article-content'
import type { StoredBlock } from '@gazette/schema/block'
import { inArray } from '../database/drizzle.ts'
import type { Database, Tables } from '../database/store.ts'
import { Invalid } from '../errors.ts'

const blockMedia = (block: StoredBlock): string[] => {
  switch (block.type) {
    case 'image':
    case 'audio':
    case 'file':
      return [block.media.id]
    case 'video':
      return [block.media.id, ...(block.poster ? [block.poster.id] : [])]
    case 'gallery':
      return block.items.map(({ media }) => media.id)
    default:
      return []
  }
}

/** Ids of all files a revision shows, each once. */
export const mediaIds = ({ body, cover, attachments }: Pick<ArticleContent, 'body' | 'cover' | 'attachments'>): string[] => [
  ...new Set([...body.flatMap(blockMedia), ...(cover ? [cover.media.id] : []), ...attachments.map(({ media }) => media.id)]),
]

/** @throws {Invalid} naming every file that does not exist */
export const requireKnownMedia = async (
  { tables: { media }, db }: { tables: Tables; db: Database },
  content: ArticleContent,
): Promise<void> => {
  const wanted = mediaIds(content)
  if (wanted.length === 0) return
  const rows = await db.select({ id: media.id }).from(media).where(inArray(media.id, wanted))
  const known = new Set(rows.map(({ id }) => id))
  const unknown = wanted.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new Invalid('invalid-body', { detail: `The article shows files that do not exist: ${unknown.join(', ')}.` })
}
