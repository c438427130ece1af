import { classifyCharacter } from './character-class.ts'

/** One thing a reader typed: a word, or a phrase in quotes, as typed. */
export type QueryPiece = { text: string; quoted: boolean; excluded: boolean }

/** Quotation marks by family: a phrase ends at the next mark of the family that began it. */
const quoteFamilies = ['"“”„‟＂〝〞', '「」｢｣', '『』'] as const
const hyphens = new Set('-－−')
/** Punctuation that belongs to a word when it stands between two of its letters or digits (COVID-19, 3.5, r&d). */
const joiners = new Set("-－−.．_＿'’&＆+＋/／@＠:：,，")

const familyOf = new Map(quoteFamilies.flatMap((family) => [...family].map((character) => [character, family] as const)))

const isWordCharacter = (character: string): boolean => {
  const found = classifyCharacter(character.normalize('NFKC').codePointAt(0) ?? 0)
  return found === 'letter' || found === 'digit'
}

const invisible = /[\p{Cc}\p{Cf}]/u

/** Whether the character at `index` ends a word: white space and punctuation, unless it joins letters or digits. */
const endsWord = (characters: readonly string[], index: number): boolean => {
  const character = characters[index] ?? ''
  const found = classifyCharacter(character.codePointAt(0) ?? 0)
  if (found === 'space') return true
  if (found !== 'other' || invisible.test(character) || isWordCharacter(character)) return false
  if (!joiners.has(character)) return true
  return !(isWordCharacter(characters[index - 1] ?? '') && isWordCharacter(characters[index + 1] ?? ''))
}

/** Finds closing marks; a family that has none left is not looked for again, which keeps the whole linear. */
const createClosingFinder = (characters: readonly string[]): ((family: string, from: number) => number) => {
  const exhausted = new Set<string>()
  return (family, from) => {
    if (exhausted.has(family)) return -1
    for (let index = from; index < characters.length; index += 1) if (family.includes(characters[index] ?? '')) return index
    exhausted.add(family)
    return -1
  }
}

/**
 * Cuts what a reader typed at white space and punctuation. Marks in pairs ("" “” 「」 『』) make a phrase, a hyphen before a
 * word or phrase excludes it; a mark without its partner is punctuation like any other. Takes time linear in the length.
 */
export const splitQuery = (query: string): QueryPiece[] => {
  const characters = [...query]
  const findClosing = createClosingFinder(characters)
  const pieces: QueryPiece[] = []
  let excluded = false
  for (let index = 0; index < characters.length; ) {
    const character = characters[index] ?? ''
    const family = familyOf.get(character)
    const closing = family === undefined ? -1 : findClosing(family, index + 1)
    if (closing !== -1) {
      if (closing > index + 1) pieces.push({ text: characters.slice(index + 1, closing).join(''), quoted: true, excluded })
      index = closing + 1
      excluded = false
    } else if (endsWord(characters, index)) {
      const before = characters[index - 1]
      excluded = hyphens.has(character) && (before === undefined || /\s/u.test(before))
      index += 1
    } else {
      let end = index + 1
      while (end < characters.length && !endsWord(characters, end)) end += 1
      pieces.push({ text: characters.slice(index, end).join(''), quoted: false, excluded })
      index = end
      excluded = false
    }
  }
  return pieces
}
