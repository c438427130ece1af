import { simplifiedCharacters } from './simplified-characters.ts'

const ignorable = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu
const strippedBase = /^[\p{Script=Latin}\p{Script=Han}]/u

// Upper case first: ß, ς and their kind have one upper-case form and several lower-case ones.
const foldCase = (text: string): string => text.toUpperCase().toLowerCase()

const foldOnce = (text: string): string => {
  const compatible = foldCase(text.normalize('NFKC')).normalize('NFKC')
  const bare = strippedBase.test(compatible)
    ? compatible
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC')
    : compatible
  let folded = ''
  for (const character of bare) folded += simplifiedCharacters.get(character) ?? character
  return folded
}

const computeFold = (character: string): string => {
  if (/^\s+$/u.test(character)) return ' '
  const once = foldOnce(character.replace(ignorable, ''))
  // A few forms need a second pass (a ligature of letters that fold themselves).
  return foldOnce(once).replace(ignorable, '').trim()
}

const folds = new Map<string, string>()
// Bounds the memory an endless supply of odd combining sequences can take.
const foldsMaximum = 100_000

/**
 * The form in which a character (with the marks that follow it) is compared: compatibility form (NFKC), lower case,
 * simplified, without diacritics on Latin letters and without variation selectors. White space becomes one space,
 * what has no width becomes the empty string.
 */
export const foldCharacter = (character: string): string => {
  const known = folds.get(character)
  if (known !== undefined) return known
  const folded = computeFold(character)
  if (folds.size >= foldsMaximum) folds.clear()
  folds.set(character, folded)
  return folded
}
