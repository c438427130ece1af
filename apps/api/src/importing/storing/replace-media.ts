import type { StoredBlock } from '@gazette/schema/block'
import type { MediaReference } from '@gazette/schema/media'
import type { ParsedArticle } from '../parsed-article.ts'

type Content = ParsedArticle['content']

/** Ids of kept files by the ids the parser gave them; a file that could not be kept is absent. */
export type KeptMedia = ReadonlyMap<string, string>

const replaceBlock = (block: StoredBlock, kept: KeptMedia): StoredBlock[] => {
  const find = ({ id }: MediaReference): MediaReference[] => {
    const known = kept.get(id)
    return known === undefined ? [] : [{ id: known }]
  }
  switch (block.type) {
    case 'image':
    case 'audio':
    case 'file':
      return find(block.media).map((media) => ({ ...block, media }))
    case 'video':
      return find(block.media).map((media) => ({ ...block, media, poster: (block.poster && find(block.poster)[0]) ?? null }))
    case 'gallery': {
      const items = block.items.flatMap((item) => find(item.media).map((media) => ({ ...item, media })))
      return items.length === 0 ? [] : [{ ...block, items }]
    }
    default:
      return [block]
  }
}

/** The content with every file by the id it has in the store; what shows a file that could not be kept is left out. */
export const replaceMedia = (content: Content, kept: KeptMedia): Content => {
  const cover = content.cover ? kept.get(content.cover.media.id) : undefined
  return {
    ...content,
    cover: content.cover && cover ? { ...content.cover, media: { id: cover } } : null,
    attachments: content.attachments.flatMap((attachment) => {
      const id = kept.get(attachment.media.id)
      return id === undefined ? [] : [{ ...attachment, media: { id } }]
    }),
    body: content.body.flatMap((block) => replaceBlock(block, kept)),
  }
}
