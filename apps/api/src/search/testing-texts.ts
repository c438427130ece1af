import fc from 'fast-check'

const han = [...'政协商民主上虞市区委员会工作高质量发展的一二十年月日冯楠']
const rare = ['𠀀', '𠀁', '𪚥', '𰻝', '\u{2F800}', '〇', '々', '龘']
const other = ['4', 'G', '2024', 'COVID-19', 'a', 'Z', 'é', 'ß', 'が', 'カ', '한']
const separators = ['，', '。', '“', '”', '、', ',', '.', '—', '(', ')', '!', '★']
const spaces = [' ', '\u3000', '\n', '\t', '\u00a0']
const invisible = ['\u200b', '\ufeff', '\u00ad', '\u{E0100}', '\u0301', '\u0007']

const oneOf = (weight: number, values: readonly string[]) => ({ weight, arbitrary: fc.constantFrom(...values) })

/** Runs of Han characters of the first plane and beyond; few different ones, so that they repeat. */
export const hanRun = fc
  .array(fc.oneof(oneOf(12, han), oneOf(1, rare)), { minLength: 1, maxLength: 24 })
  .map((characters) => characters.join(''))

/** Text as found in the wild: Han, letters, digits, punctuation, white space and characters without width. */
export const mixedText = fc
  .array(fc.oneof(oneOf(12, han), oneOf(1, rare), oneOf(3, other), oneOf(3, separators), oneOf(1, spaces), oneOf(1, invisible)), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''))

/** Any string at all, lone surrogates included. */
export const anyText = fc.string({ unit: 'binary', maxLength: 200 })

/** Milliseconds of processor time `work` takes at best of five runs: what it costs, whatever else the machine does. */
export const fastestMilliseconds = (work: () => unknown): number => {
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run += 1) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    fastest = Math.min(fastest, (user + system) / 1000)
  }
  return fastest
}
