import { foldCharacter, foldUnit } from './fold-character.ts'

const mark = /\p{M}/u

/** Whether a code point belongs to the character before it: a mark, a vowel or final jamo, a half-width sound mark. */
const extendsCharacter = (codePoint: number): boolean => {
  if (codePoint < 0x300 || (codePoint >= 0x3400 && codePoint <= 0x9fff)) return false
  if (codePoint === 0xff9e || codePoint === 0xff9f) return true
  if ((codePoint >= 0x1160 && codePoint <= 0x11ff) || (codePoint >= 0xd7b0 && codePoint <= 0xd7ff)) return true
  return mark.test(String.fromCodePoint(codePoint))
}

const sizeOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1)

const endOfCharacter = (text: string, start: number): number => {
  let end = start + sizeOf(text.codePointAt(start) ?? 0)
  while (end < text.length) {
    const next = text.codePointAt(end) ?? 0
    if (!extendsCharacter(next)) break
    end += sizeOf(next)
  }
  return end
}

/**
 * Calls `visit` for every character of a text that counts, marks kept with their base, in its folded form.
 * `start` and `end` are UTF-16 offsets into `text`.
 */
export const scanCharacters = (text: string, visit: (folded: string, start: number, end: number) => void): void => {
  for (let start = 0; start < text.length; ) {
    const end = endOfCharacter(text, start)
    const folded = end - start === 1 ? foldUnit(text.charCodeAt(start)) : foldCharacter(text.slice(start, end))
    if (folded !== '') visit(folded, start, end)
    start = end
  }
}
