import type { ArticleContent } from '@gazette/schema/article-content'
import type { Line } from './collect-lines.ts'
import { isAttachmentAddress, type MediaCollector } from './collect-media.ts'
import type { Report } from './report.ts'
import { resolveLink } from './resolve-address.ts'
import { toLine } from './text-shape.ts'

/** Documents linked right around the text, where platforms put attachments of their own (`附件：清单.pdf`). */
export const findOuterAttachments = (
  lines: readonly Line[],
  base: string | null,
  media: MediaCollector,
  report: Report,
): ArticleContent['attachments'] => {
  const attachments: ArticleContent['attachments'] = []
  for (const line of lines) {
    for (const { href, text } of line.pieces) {
      const title = toLine(text).slice(0, 200)
      const link = href === '' ? null : resolveLink(href, base)
      const safe = link !== null && ('href' in link || link.refused === 'unresolved-link')
      if (title === '' || !safe || !isAttachmentAddress(href)) continue
      const id = media.add('file', href)
      if (attachments.some((attachment) => attachment.media.id === id)) continue
      attachments.push({ media: { id }, title })
      report.add('attachment-outside', title)
    }
  }
  return attachments
}
