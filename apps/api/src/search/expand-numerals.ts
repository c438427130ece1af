const chineseDigits = '零一二三四五六七八九'
const chineseNumber = '[零一二三四五六七八九十百千]'
/** Units after which a number is a date, an ordinal or an age of something, in either writing. */
const units = '周年|年代|年度|年|月|日|号|届|次|世纪|季度|期|批|条|章|节|版'

/** Reads a Chinese number: digit by digit (二零二四) or by value (七十五), below 10,000. */
const readChineseNumber = (written: string): number | undefined => {
  if (!/[十百千]/.test(written)) return Number([...written].map((digit) => chineseDigits.indexOf(digit)).join(''))
  let value = 0
  let digit: number | undefined
  let unitBefore = 10_000
  for (const character of written) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character]
    if (unit === undefined) {
      digit = chineseDigits.indexOf(character)
      continue
    }
    if (unit >= unitBefore) return undefined
    value += (digit ?? 1) * unit
    unitBefore = unit
    digit = undefined
  }
  return value + (digit ?? 0)
}

const writeDigitByDigit = (digits: string): string => [...digits].map((digit) => chineseDigits.charAt(Number(digit))).join('')

/** Writes 0 to 9,999 by value: 75 is 七十五, 10 is 十, 105 is 一百零五. */
const writeByValue = (value: number): string => {
  if (value === 0) return '零'
  const digits = [...String(value)].map(Number)
  let written = ''
  for (const [index, digit] of digits.entries()) {
    const unit = ['', '十', '百', '千'][digits.length - 1 - index] ?? ''
    if (digit > 0) written += chineseDigits.charAt(digit) + unit
    else if (!written.endsWith('零')) written += '零'
  }
  return written.replace(/零+$/, '').replace(/^一十/, '十')
}

const toArabic = (prefix: string, written: string, unit: string): string => {
  // 一日, 一次 and their like are idioms (一日之计); only with 第 are they ordinals for certain.
  if (prefix === '' && written.length === 1 && '一'.includes(written)) return `${prefix}${written}${unit}`
  const value = readChineseNumber(written)
  return value === undefined ? `${prefix}${written}${unit}` : `${prefix}${value}${unit}`
}

const toChinese = (prefix: string, digits: string, unit: string): string => {
  const isYear = digits.length === 4 && unit.startsWith('年')
  const written = isYear || digits.length > 4 ? writeDigitByDigit(digits) : writeByValue(Number(digits))
  return `${prefix}${written}${unit}`
}

const chinesePattern = new RegExp(`(第?)(${chineseNumber}{1,12})(${units})|(第)(${chineseNumber}{1,12})()`, 'g')
const arabicPattern = new RegExp(`(第?)(\\d{1,8})(${units})|(第)(\\d{1,8})()`, 'g')

const replaceNumbers = (text: string, pattern: RegExp, write: (prefix: string, number: string, unit: string) => string): string =>
  text.replace(pattern, (_match, prefix = '', number = '', unit = '', ordinal = '', ordinalNumber = '') =>
    write(`${prefix}${ordinal}`, `${number}${ordinalNumber}`, unit),
  )

/**
 * A normalised text with the other writings of the dates and ordinals in it: 第十四届 and 第14届, 二零二四年 and 2024年.
 * The text itself comes first. Only where a unit or 第 makes the number one: 十分, 一心一意 and 三农 stay as they are.
 */
export const expandNumerals = (text: string): string[] => [
  ...new Set([text, replaceNumbers(text, chinesePattern, toArabic), replaceNumbers(text, arabicPattern, toChinese)]),
]
