/** "000" to "999". */
const lastDigits = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))

/**
 * Writes a number that differs from one answer to the next. V8 remembers the last thousands of numbers it wrote, which makes each of
 * them live long enough to be moved to the old objects, where they are what has these collected under load. Of what is written here
 * it remembers the first digits only.
 * @param number an integer, not negative
 */
export const toDecimal = (number: number): string =>
  number < 1000 ? String(number) : `${toDecimal(Math.floor(number / 1000))}${lastDigits[number % 1000]}`
