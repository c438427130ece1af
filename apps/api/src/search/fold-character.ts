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
  // Marks that stand on white space, or on nothing, mark nothing.
  if (/^\s[\s\p{M}]*$/u.test(character)) return ' '
  const once = foldOnce(character.replace(ignorable, ''))
  // A few forms need a second pass (a ligature of letters that fold themselves).
  return foldOnce(once)
    .replace(ignorable, '')
    .replace(/^\p{M}+/u, '')
    .trim()
}

// One slot a UTF-16 unit: nearly all text is of characters of one unit, and a look into an array is the cheapest there is.
const unitFolds: (string | undefined)[] = new Array<string | undefined>(0x10000)

/** As `foldCharacter`, for a character of one UTF-16 unit given by its code. */
export const foldUnit = (unit: number): string => {
  const known = unitFolds[unit]
  if (known !== undefined) return known
  const folded = computeFold(String.fromCharCode(unit))
  unitFolds[unit] = folded
  return folded
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
