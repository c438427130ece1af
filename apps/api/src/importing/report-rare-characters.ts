import { findRareCharacters } from '../rendering/rare-characters.ts'
import type { Report } from './report.ts'

/** Reports characters that many readers' devices may not show; they are kept as found. */
export const reportRareCharacters = (texts: readonly string[], report: Report): void => {
  const found = findRareCharacters(texts.join('\n'))
  const list = (isPrivate: boolean): string =>
    found
      .filter(({ kind }) => (kind === 'private') === isPrivate)
      .map(({ character, code }) => `${character} ${code}`)
      .join('、')
  for (const [code, excerpt] of [
    ['rare-characters', list(false)],
    ['private-characters', list(true)],
  ] as const)
    if (excerpt !== '') report.add(code, excerpt)
}
