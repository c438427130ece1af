/** White space in the sense of HTML, and the spaces that editors use for layout. */
const spaces = /[ \t\r\n\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’…—]/u

/**
 * Collapses white space as a browser shows it: one space for a run, none where a line of source text was broken between
 * Chinese characters (CSS Text 3, segment breaks). A run of ideographic spaces alone is typed on purpose and stays.
 */
export const collapseSpace = (text: string): string =>
  text.replace(spaces, (run, at: number) => {
    if (run === ' ') return run
    if (run[0] === '\u3000' && run.trimStart() === '' && !/[^\u3000]/.test(run)) return run
    const between = wide.test(text[at - 1] ?? '') && wide.test(text[at + run.length] ?? '')
    return between && run.includes('\n') && !run.includes('\u00a0') ? '' : ' '
  })

/** Text on one line without outer white space. */
export const toLine = (text: string): string => collapseSpace(text).trim()

/** Text without any white space: what counts when texts are compared. */
export const toBare = (text: string): string => text.replace(/\s+/g, '')

const han = /\p{Script=Han}/gu

/** The Han characters of a text, in order. */
export const toHan = (text: string): string => text.match(han)?.join('') ?? ''

/** How many Han characters a text has. */
export const countHan = (text: string): number => text.match(han)?.length ?? 0

/** Whether a text ends as a sentence does, closing quotes and brackets allowed behind the mark. */
export const endsSentence = (text: string): boolean => /[。！？!?.…；;][”’」』）)】》\]"']{0,3}$/.test(text.slice(-6))

/** Whether a text has a mark that only running text has. */
export const hasSentenceMark = (text: string): boolean => /[，。；！？]|[,;!?](?!\S*[=/])|\.\s/.test(text.slice(0, 5000))
