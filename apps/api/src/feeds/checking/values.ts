const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

const isReal = (at: number): boolean => Number.isFinite(at) && at >= Date.parse('1990-01-01T00:00:00Z')

/** An absolute http address whose characters are all allowed in one (RFC 3986): nothing a reader has to guess at. */
export const isAbsoluteUrl = (text: string): boolean =>
  /^https?:\/\/[\w.:-]+(\/[\w.~!$&'()*+,;=:@%/?-]*)?(#[\w.~!$&'()*+,;=:@%/?-]*)?$/.test(text) && URL.canParse(text)

/** A language a reader can know (BCP 47). */
export const isLanguage = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(text) && languages.of(text) !== undefined

/** A media type (RFC 6838). */
export const isMediaType = (text: string): boolean => /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(text)

/** An RFC 3339 instant with an offset that exists. */
export const isRfc3339 = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && isReal(Date.parse(text))

const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}) \d{2}:\d{2}:\d{2} [+-]\d{4}$/

/** An RFC 822 date as RSS 2.0 wants it, with the right day of the week. */
export const isRfc822 = (text: string): boolean => {
  const [, weekday, date] = rfc822.exec(text) ?? []
  if (weekday === undefined || !isReal(Date.parse(text))) return false
  return new Date(`${date} UTC`).toUTCString().startsWith(weekday)
}

/** What validators object to in text: controls, U+FFFD, lone surrogates. */
export const hasBadCharacters = (text: string): boolean => /[^\P{Cc}\t\n]|\uFFFD/u.test(text) || !text.isWellFormed()

/** Plain text that nobody could take for markup. */
export const isPlain = (text: string): boolean => !/<\/?[a-z][^>]*>|&(#\d+|[a-z]+);/i.test(text)
