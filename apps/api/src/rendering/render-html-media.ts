import type { Block } from '@gazette/schema/block'
import { escapeHtml, renderAttributes } from './escape-html.ts'
import { describeFile } from './media-facts.ts'
import { renderHtmlLink, renderHtmlText } from './render-html-spans.ts'
import { type RenderOptions, toSafeUrl } from './safe-url.ts'

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>
type Figure = BlockOf<'gallery'>['items'][number]

const renderCaption = (caption: string | null, credit: string | null = null): string => {
  const parts = [caption ? renderHtmlText(caption) : '', credit ? `<small>${renderHtmlText(credit)}</small>` : '']
  const content = parts.filter((part) => part !== '').join(' ')
  return content === '' ? '' : `<figcaption>${content}</figcaption>`
}

const renderTranscript = (transcript: string | null): string =>
  transcript ? `<details><summary>文字稿</summary><p>${renderHtmlText(transcript)}</p></details>` : ''

/** An image with caption and credit; its text alternative alone where the address must not be used. */
export const renderHtmlFigure = ({ media, alt, caption, credit }: Figure, options: RenderOptions): string => {
  const src = toSafeUrl(media.url, options)
  const attributes = {
    src,
    alt,
    width: media.width,
    height: media.height,
    loading: 'lazy',
    decoding: 'async',
  }
  const image = src === null ? escapeHtml(alt) : `<img${renderAttributes(attributes)}>`
  return `<figure>${image}${renderCaption(caption, credit)}</figure>`
}

export const renderHtmlGallery = ({ items, caption }: BlockOf<'gallery'>, options: RenderOptions): string =>
  `<figure>${items.map((item) => renderHtmlFigure(item, options)).join('')}${renderCaption(caption)}</figure>`

/** A player with a link for those who cannot play it, and the transcript. */
export const renderHtmlPlayer = (block: BlockOf<'video' | 'audio'>, options: RenderOptions): string => {
  const { media, caption, transcript } = block
  const src = toSafeUrl(media.url, options)
  const size = block.type === 'video' ? { width: media.width, height: media.height } : {}
  const poster = block.type === 'video' && block.poster ? toSafeUrl(block.poster.url, options) : null
  const fallback = renderHtmlLink(media.url, escapeHtml(caption || media.fileName), options)
  const player =
    src === null
      ? fallback
      : `<${block.type}${renderAttributes({ controls: true, preload: 'metadata', src, poster, ...size })}>${fallback}</${block.type}>`
  return `<figure>${player}${renderCaption(caption)}${renderTranscript(transcript)}</figure>`
}

export const renderHtmlFile = ({ media, title }: BlockOf<'file'>, options: RenderOptions): string => {
  const facts = describeFile(media)
  const link = renderHtmlLink(media.url, escapeHtml(title), options, {
    type: media.mimeType,
    download: media.fileName,
  })
  return `<p>${link}${facts === '' ? '' : `（${escapeHtml(facts)}）`}</p>`
}
