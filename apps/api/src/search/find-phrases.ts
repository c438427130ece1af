import { analyseText, type Phrase } from './analyse-text.ts'
import { normaliseWithPositions } from './normalise-text.ts'

/** A place in an original text (UTF-16 offsets) where the phrase with the number `phrase` stands. */
export type Hit = { start: number; end: number; phrase: number }

type Place = { start: number; end: number }

const placesOfCharacter = (text: string, character: string): Place[] => {
  const places: Place[] = []
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + character.length)) {
    places.push({ start: at, end: at + character.length })
  }
  return places
}

/**
 * Where phrases stand in a text, by the same tokens as in the index: what is found is what is shown.
 * Hits never part a character from its marks; they are in no particular order and may overlap.
 */
export const findPhrases = (text: string, phrases: readonly Phrase[]): Hit[] => {
  const normalised = normaliseWithPositions(text)
  const tokens = analyseText(normalised.text)
  const toHit = ({ start, end }: Place, phrase: number): Hit => ({
    start: normalised.starts[start] ?? 0,
    end: normalised.ends[end - 1] ?? text.length,
    phrase,
  })
  const placesOfSequence = (terms: readonly string[]): Place[] =>
    tokens.flatMap(({ term, start }, index) => {
      const stands = term === terms[0] && terms.every((wanted, offset) => tokens[index + offset]?.term === wanted)
      return stands ? [{ start, end: tokens[index + terms.length - 1]?.end ?? start }] : []
    })
  return phrases.flatMap((phrase, number) => {
    const places = phrase.kind === 'character' ? placesOfCharacter(normalised.text, phrase.character) : placesOfSequence(phrase.terms)
    return places.map((place) => toHit(place, number))
  })
}
