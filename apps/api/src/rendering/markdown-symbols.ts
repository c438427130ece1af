import type { Text } from 'mdast'
import type { Handle, Options } from 'mdast-util-to-markdown'

const symbols = /((?:(?![\0-\uFFFF])[\p{P}\p{S}])+)/u
const emphasisMarker = /[*_~]/
/** Stands for a symbol where the library asks what is beside a text: punctuation without a meaning in Markdown. */
const punctuation = '“'

const toReferences = (characters: string): string =>
  Array.from(characters, (character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`).join('')

const text: Handle = (node: Text, _parent, state, info): string => {
  // Text at even places, symbols at odd ones.
  const pieces = node.value.split(symbols)
  const last = pieces.length - 1
  const touchesMarker = (index: number) =>
    (index === 1 && pieces[0] === '' && emphasisMarker.test(info.before)) ||
    (index === last - 1 && pieces[last] === '' && emphasisMarker.test(info.after))
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return touchesMarker(index) ? toReferences(piece) : piece
      const before = index === 0 ? info.before : punctuation
      const after = index === last ? info.after : touchesMarker(index + 1) ? '&' : punctuation
      return state.safe(piece, { ...info, before, after })
    })
    .join('')
}

/**
 * Makes mdast-util-to-markdown right about symbols beyond U+FFFF, such as emoji. It looks at UTF-16 units and takes them for
 * letters; CommonMark calls them punctuation. Beside the marker of an emphasis they become references, and the text beside
 * them is escaped as text beside punctuation.
 */
export const symbolsBeyondBmp: Options = { handlers: { text } }
