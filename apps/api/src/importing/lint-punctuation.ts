import type { Report } from './report.ts'

const comma = /(?<=\p{Script=Han}[”’」』）)》]?),(?=[“‘「『（(《]?\p{Script=Han})/gu
const others = /(?<=\p{Script=Han})[;:?!()](?=\p{Script=Han})/gu

/** Reports half-width punctuation among Han characters, which is kept as found, and suggests the full-width marks. */
export const lintPunctuation = (texts: readonly string[], report: Report): void => {
  let commas = 0
  let marks = 0
  let excerpt = ''
  for (const text of texts) {
    commas += text.match(comma)?.length ?? 0
    marks += text.match(others)?.length ?? 0
    if (excerpt === '' && commas + marks > 0) excerpt = text
  }
  if (commas > 0) report.count('half-width-commas', commas, excerpt)
  if (marks > 0) report.count('half-width-marks', marks, excerpt)
  if (commas + marks > 0) report.add('full-width-punctuation', excerpt)
}
