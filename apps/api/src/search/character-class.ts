/**
 * How a character takes part in search.
 * `ideograph`: written without spaces between words (Han, kana, hangul, Thai …), searchable by any run;
 * `letter`: part of a word of an alphabet; `digit`: part of a number; `space`; `other`: punctuation and symbols.
 */
export type CharacterClass = 'ideograph' | 'letter' | 'digit' | 'space' | 'other'

const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Yi}\p{Script=Tangut}\p{Script=Nushu}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Co}\u30FC]/u

const classOf = (character: string): CharacterClass => {
  if (unspacedScripts.test(character)) return 'ideograph'
  if (/\p{Nd}/u.test(character)) return 'digit'
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return 'letter'
  return /\s/u.test(character) ? 'space' : 'other'
}

const classes: readonly CharacterClass[] = ['ideograph', 'letter', 'digit', 'space', 'other']
// Regular expressions with Unicode properties are slow: each character of the first plane is asked once.
const remembered = new Uint8Array(0x10000)

/** The class of a code point. */
export const classifyCharacter = (codePoint: number): CharacterClass => {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'ideograph'
  if (codePoint > 0xffff) return classOf(String.fromCodePoint(codePoint))
  const known = remembered[codePoint]
  const found = known === undefined ? undefined : classes[known - 1]
  if (found !== undefined) return found
  const fresh = classOf(String.fromCodePoint(codePoint))
  remembered[codePoint] = classes.indexOf(fresh) + 1
  return fresh
}
