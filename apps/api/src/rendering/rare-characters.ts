/** A character that the devices of many readers do not have, and how it is written in code charts. */
export type RareCharacter = { character: string; code: string; kind: 'rare' | 'variation' | 'private' }

// The first 20,902 Han characters are everywhere; the extensions are in some fonts and not in others.
const rare = /[\u3400-\u4dbf\u9fa6-\u9fff\u{20000}-\u{3fffd}]/u
const variation = /[\u{e0100}-\u{e01ef}]/u
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u
const any = new RegExp([rare, variation, privateUse].map(({ source }) => source).join('|'), 'gu')

const kindOf = (character: string): RareCharacter['kind'] => {
  if (privateUse.test(character)) return 'private'
  return variation.test(character) ? 'variation' : 'rare'
}

/**
 * The characters of a text that may be blank for many readers, each once, in the order they come: Han characters of newer
 * extensions, variation selectors of one form of a character, and those of private use, which mean nothing outside one font.
 */
export const findRareCharacters = (text: string): RareCharacter[] =>
  [...new Set(text.match(any) ?? [])].map((character) => ({
    character,
    code: `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
    kind: kindOf(character),
  }))
