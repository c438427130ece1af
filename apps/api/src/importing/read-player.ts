import type { Draft } from './draft-block.ts'
import { getAttribute, type HtmlElement, listElements, toRawText } from './html-tree.ts'
import { toLine } from './text-shape.ts'
import type { DraftContext } from './to-drafts.ts'

const playable = /\.(?:mp4|webm|flv|m3u8|mov|avi|wmv|mpg|mpeg|rmvb)(?:[?#]|$)/i
const audible = /\.(?:mp3|m4a|wav|ogg|aac|wma|amr)(?:[?#]|$)/i

const listSources = (element: HtmlElement): string[] => [
  getAttribute(element, 'src'),
  getAttribute(element, 'data-src'),
  getAttribute(element, 'data'),
  ...listElements(element, ({ name }) => name === 'source' || name === 'embed').map((source) => getAttribute(source, 'src')),
  ...listElements(element, ({ name }) => name === 'param').map((parameter) => getAttribute(parameter, 'value')),
]

/** A video or audio player as its block. A player without a file of its own (Flash, a frame) is reported and left out. */
export const readPlayer = (element: HtmlElement, { media, report }: DraftContext): Draft[] => {
  const sources = listSources(element).filter((source) => source !== '' && !/^\s*(?:javascript|vbscript|data|blob):/i.test(source))
  const named = element.name === 'video' || element.name === 'audio'
  const source = sources.find((address) => playable.test(address) || audible.test(address)) ?? (named ? sources[0] : undefined)
  const title = toLine(getAttribute(element, 'title')).slice(0, 300)
  const caption = title === '' ? null : title
  if (source === undefined) {
    report.add('embedded-object', `<${element.name}> ${sources[0] ?? ''} ${toLine(toRawText(element))}`)
    return []
  }
  if (element.name === 'audio' || (!named && audible.test(source))) {
    return [{ type: 'block', block: { type: 'audio', media: { id: media.add('audio', source) }, caption, transcript: null } }]
  }
  const poster = getAttribute(element, 'poster')
  const hasPoster = poster !== '' && !/^\s*[a-z-]{3,12}:(?!\/\/)/i.test(poster)
  const block = {
    type: 'video',
    media: { id: media.add('video', source) },
    poster: hasPoster ? { id: media.add('image', poster) } : null,
    caption,
    transcript: null,
  } as const
  return [{ type: 'block', block }]
}
