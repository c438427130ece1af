const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Numbers and foreign words stay with their neighbours: the browser sets the gap between scripts only within one run of text. */
const isLatin = (segment: string): boolean => /^[\p{Script=Latin}\d.,%]+$/u.test(segment)

/** What opens something: brackets, and short words that lean on the next one. A line never ends with it. */
const leansForward = (segment: string): boolean => isLatin(segment) || /^[《“‘「『（【〔(第在和与及或把对向为从让被以不未各]$/.test(segment)

/** Short words and marks that lean on the one before: 的, 室, 》, ：. A line never begins with them. */
const leansBack = (segment: string): boolean =>
  isLatin(segment) || (!leansForward(segment) && ([...segment].length < 2 || !/[\p{L}\p{N}]/u.test(segment)))

const numeral = '[〇零一二三四五六七八九十百千]'

/** A number is one word, and one with what it counts: 第十 | 二期 are. */
const isCounting = (previous: string, segment: string): boolean =>
  new RegExp(`^第?${numeral}+$`, 'u').test(previous) && (previous.startsWith('第') || new RegExp(`^${numeral}`, 'u').test(segment))

const quotedMaximum = 8

const isOpen = (text: string): boolean => /[“‘「『《][^”’」』》]*$/u.test(text)

/** A short name in quotation marks is one word to the eye: 《…》 and “…” of a few characters are not torn apart. */
const joinQuoted = (phrases: readonly string[]): string[] => {
  const joined: string[] = []
  for (let index = 0; index < phrases.length; ) {
    let end = index + 1
    while (end < phrases.length && isOpen(phrases.slice(index, end).join(''))) end += 1
    const quoted = phrases.slice(index, end).join('')
    // A long name may hold a short one: it is looked for from the next phrase on.
    const isWord = [...quoted].length <= quotedMaximum + 2 && !isOpen(quoted)
    joined.push(isWord ? quoted : (phrases[index] ?? ''))
    index = isWord ? end : index + 1
  }
  return joined
}

const cut = (text: string): string[] => {
  const phrases: string[] = []
  let previous = ''
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.at(-1)
    if (last === undefined || leansBack(segment) || leansForward(previous) || isCounting(previous, segment))
      phrases.splice(-1, 1, (last ?? '') + segment)
    else phrases.push(segment)
    previous = segment
  }
  return joinQuoted(phrases)
}

/** Titles kept; more than the lists of the home page and some channels show. */
const keptMaximum = 5000
const kept = new Map<string, readonly string[]>()

/**
 * Cuts a title where a line may end, so that no word is torn apart: 关于 | 举办 | 第十二期 | “桥头议事” | 活动的 | 通知.
 * The pieces joined are the text itself.
 */
export const toPhrases = (text: string): readonly string[] => {
  const before = kept.get(text)
  if (before) return before
  // The same titles stand in the lists of many pages, and finding words takes longer than all else about a row.
  if (kept.size >= keptMaximum) kept.clear()
  const phrases = cut(text)
  kept.set(text, phrases)
  return phrases
}
