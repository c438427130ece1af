import { offsetMinutesAt, offsetMinutesOfClock } from '../time-zone.ts'

/** A date, with as much of a time as is written. Numbers are as found: `isPossible` judges them. */
export type Moment = {
  year: number
  month: number
  day: number
  time: { hour: number; minute: number; second: number | null } | null
  /** Minutes east of UTC when written, as in RFC 3339. */
  offsetMinutes: number | null
  /** The text it was read from. */
  found: string
}

export type Published = { publishedAt: string; publishedOn: string; publishedPrecision: 'day' | 'minute' | 'second' }

const dateSource = String.raw`(?<![\d.])(\d{4})\s{0,2}[-/.年]\s{0,2}(\d{1,2})\s{0,2}[-/.月]\s{0,2}(\d{1,2})(?!\d)\s{0,2}日?`
const gap = String.raw`(?:[T,，]|\s{1,4})?(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?\s{0,4})?(上午|下午|中午|晚上|凌晨|早上)?\s{0,4}`
const timeSource = String.raw`(\d{1,2})\s?[:：时点]\s?(\d{1,2})(?!\d)(?:\s?分)?(?:\s?[:：]?\s?(\d{1,2})(?!\d)秒?(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?`
const pattern = new RegExp(`${dateSource}(?:${gap}${timeSource})?`, 'g')

const toOffset = (text: string | undefined): number | null => {
  if (text === undefined) return null
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return text.startsWith('-') ? -minutes : minutes
}

const toMoment = (match: RegExpExecArray): Moment => {
  const [found, year, month, day, half, hour, minute, second, offset] = match
  const afternoon = (half === '下午' || half === '晚上') && Number(hour) < 12 ? 12 : 0
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time:
      hour === undefined
        ? null
        : { hour: Number(hour) + afternoon, minute: Number(minute), second: second === undefined ? null : Number(second) },
    offsetMinutes: toOffset(offset),
    found: found.trim(),
  }
}

/** All dates written in a text of a line or so, in order, each with its place. */
export const listMoments = (text: string): { moment: Moment; start: number; end: number }[] =>
  [...text.slice(0, 2000).matchAll(pattern)].map((match) => ({
    moment: toMoment(match),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** The first date written in a text. */
export const findMoment = (text: string): Moment | null => listMoments(text)[0]?.moment ?? null

/** Whether such a day and time exist (no 30 February, no 24:00) and fall after 1901, when zones had whole minutes. */
export const isPossible = ({ year, month, day, time }: Moment): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1902 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  return time === null || (time.hour < 24 && time.minute < 60 && (time.second ?? 0) < 60)
}

const two = (value: number) => String(value).padStart(2, '0')

const format = (wallClock: number, offsetMinutes: number): string => {
  const sign = offsetMinutes < 0 ? '-' : '+'
  const absolute = Math.abs(offsetMinutes)
  return `${new Date(wallClock).toISOString().slice(0, 19)}${sign}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/**
 * A moment as RFC 3339 in `timeZone`, with the offset in force then (Shanghai had +09:00 in the summers of 1986 to 1991).
 * A date alone is its midnight with precision `day`. Give only possible moments.
 */
export const toPublished = (moment: Moment, timeZone: string): Published => {
  const { hour, minute, second } = moment.time ?? { hour: 0, minute: 0, second: null }
  let wallClock = Date.UTC(moment.year, moment.month - 1, moment.day, hour, minute, second ?? 0)
  if (moment.offsetMinutes !== null) {
    const instant = wallClock - moment.offsetMinutes * 60_000
    wallClock = instant + offsetMinutesAt(instant, timeZone) * 60_000
  }
  const publishedAt = format(wallClock, offsetMinutesOfClock(wallClock, timeZone))
  const precision = second === null ? 'minute' : 'second'
  return { publishedAt, publishedOn: publishedAt.slice(0, 10), publishedPrecision: moment.time === null ? 'day' : precision }
}
