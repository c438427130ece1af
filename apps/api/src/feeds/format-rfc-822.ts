/** Takes an instant apart in a time zone. English, because RFC 822 names days and months in English. */
const partsIn = (instant: Date, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: '2-digit',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )

/**
 * An instant as RSS wants it (RFC 822 with a year of four digits), for example `Thu, 28 Nov 2024 00:00:00 +0800`.
 * @param instant RFC 3339
 * @param timeZone IANA name; the offset is the one in force there at that instant
 */
export const formatRfc822 = (instant: string, timeZone: string): string => {
  const date = new Date(instant)
  const local = partsIn(date, timeZone)
  const offset = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(local['timeZoneName'] ?? '')
  // Local mean time of the nineteenth century has seconds in its offset, which RFC 822 cannot say.
  const parts = offset ? local : partsIn(date, 'UTC')
  const zone = offset?.[1] ? `${offset[1]}${offset[2]}${offset[3]}` : '+0000'
  // British English calls the ninth month Sept.
  const month = (parts['month'] ?? '').slice(0, 3)
  return `${parts['weekday']}, ${parts['day']} ${month} ${parts['year']} ${parts['hour']}:${parts['minute']}:${parts['second']} ${zone}`
}
