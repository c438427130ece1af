import { escapeHtml } from '../rendering/escape-html.ts'
import { renderHtml } from '../rendering/render-html.ts'
import { renderHtmlLink } from '../rendering/render-html-spans.ts'
import { renderText } from '../rendering/render-text.ts'
import type { FeedArticle } from './feed.ts'

const descriptionCharacters = 200

/** The title as a reader of a feed must see it: a withdrawn article says so. */
export const titleOfFeedArticle = ({ title, withdrawal }: Pick<FeedArticle, 'title' | 'withdrawal'>): string =>
  withdrawal === null ? title : `【已撤回】${title}`

/** The whole text as HTML with absolute links, the notice of a withdrawal before it and the source after it. */
export const renderFeedContent = (article: FeedArticle): string => {
  const { body, source, url, withdrawal } = article
  const options = { baseUrl: url }
  const sourceName = source && (source.url ? renderHtmlLink(source.url, escapeHtml(source.name), options) : escapeHtml(source.name))
  return [
    withdrawal && `<p><strong>本文已撤回：${escapeHtml(withdrawal.reason)}</strong></p>`,
    renderHtml(body, options),
    sourceName && `<p>来源：${sourceName}</p>`,
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n')
}

/** The summary; the beginning of the text where nobody wrote one, and the title of an article without text. Plain text. */
export const describeFeedArticle = ({ title, summary, body }: Pick<FeedArticle, 'title' | 'summary' | 'body'>): string => {
  if (summary !== '') return summary
  const characters = Array.from(renderText(body).replace(/\s+/g, ' '))
  if (characters.length === 0) return title
  return characters.length > descriptionCharacters ? `${characters.slice(0, descriptionCharacters).join('')}…` : characters.join('')
}

/** A file that belongs to an article and whose size is known. */
export type Enclosure = { url: string; mimeType: string; bytes: number; title: string; durationSeconds: number | null }

/** Recordings and documents of a body in their order. */
export const enclosuresOf = ({ body }: Pick<FeedArticle, 'body'>): Enclosure[] =>
  body.flatMap((block) => {
    if (block.type !== 'video' && block.type !== 'audio' && block.type !== 'file') return []
    const { url, mimeType, bytes, durationSeconds, fileName } = block.media
    const title = block.type === 'file' ? block.title : block.caption
    return bytes === null ? [] : [{ url, mimeType, bytes, durationSeconds, title: title || fileName }]
  })
