import { classifyCharacter } from './character-class.ts'
import { scanCharacters } from './scan-characters.ts'

/** A text in the form in which it is compared, with the way back. */
export type NormalisedText = {
  text: string
  /** For every UTF-16 unit of `text`: where the original character it came from begins. */
  starts: Uint32Array
  /** For every UTF-16 unit of `text`: where that character, marks included, ends. */
  ends: Uint32Array
}

const isIdeograph = (text: string, index: number): boolean => classifyCharacter(text.codePointAt(index) ?? 0) === 'ideograph'

const endsWithIdeograph = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1)
  const low = last >= 0xdc00 && last <= 0xdfff
  return text.length > 0 && isIdeograph(text, text.length - (low && text.length > 1 ? 2 : 1))
}

/**
 * Visits the pieces of the normalised text in order. White space is one space, none at the ends, and none between two
 * ideographs: there it is typography (冯 楠, 第 三 章), and a line broken in two must still be found.
 */
const normaliseInto = (text: string, append: (piece: string, start: number, end: number) => void): void => {
  let last = ''
  let space: { start: number; end: number } | undefined
  scanCharacters(text, (folded, start, end) => {
    if (folded === ' ') {
      if (last !== '') space = { start: space?.start ?? start, end }
      return
    }
    if (space !== undefined && !(endsWithIdeograph(last) && isIdeograph(folded, 0))) append(' ', space.start, space.end)
    space = undefined
    append(folded, start, end)
    last = folded
  })
}

const chineseDigit = /[零一二三四五六七八九十]/

// Old documents print the zero of a date as a circle (二○二四年). Beside a Chinese digit a circle is a zero.
const readCirclesAsZeros = (text: string): string =>
  text.replace(/[○◯]+/g, (circles: string, offset: number) => {
    const beside = text.charAt(offset - 1) + text.charAt(offset + circles.length)
    return chineseDigit.test(beside) ? '零'.repeat(circles.length) : circles
  })

/**
 * The form of a text in which equal writings are equal: width, letter case, compatibility forms, simplified and
 * traditional, variation selectors, diacritics, zero-width characters and spaces between ideographs do not matter.
 */
export const normaliseText = (text: string): string => {
  let normalised = ''
  normaliseInto(text, (piece) => {
    normalised += piece
  })
  return readCirclesAsZeros(normalised)
}

/** As `normaliseText`, with the positions of the original, to cut highlights from it. */
export const normaliseWithPositions = (text: string): NormalisedText => {
  const starts: number[] = []
  const ends: number[] = []
  let normalised = ''
  normaliseInto(text, (piece, start, end) => {
    normalised += piece
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start)
      ends.push(end)
    }
  })
  return { text: readCirclesAsZeros(normalised), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
