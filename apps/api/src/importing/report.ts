import { type ReportCode, type ReportKind, reportMessages } from './report-messages.ts'

/** One thing an import removed, guessed, missed, left as found, or advises. */
export type ReportEntry = {
  kind: ReportKind
  /** Stable, kebab-case. */
  code: ReportCode
  message: string
  messageEnglish: string
  /** What it is about, at most 120 characters. */
  excerpt?: string
  /** Where on the page, in Chinese. */
  where?: string
}

/** Collects what an import has to tell. */
export type Report = {
  /** One entry; after 100 of a code the rest is only counted. */
  add: (code: ReportCode, excerpt?: string, where?: string) => void
  /** Adds to one counted entry of this code; the first excerpt stays. */
  count: (code: ReportCode, times?: number, excerpt?: string) => void
  entries: () => ReportEntry[]
}

const excerptMax = 120
const entriesPerCodeMax = 100

/** At most 120 characters on one line; never half a surrogate pair. */
export const toExcerpt = (text: string): string => {
  const start = text
    .slice(0, excerptMax * 4)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = Array.from(start)
  return characters.length > excerptMax ? `${characters.slice(0, excerptMax - 1).join('')}…` : characters.join('')
}

const toEntry = (code: ReportCode, times: number, excerpt?: string, where?: string): ReportEntry => {
  const { kind, chinese, english } = reportMessages[code]
  return {
    kind,
    code,
    message: times > 1 ? `${chinese}（${times} 处）` : chinese,
    messageEnglish: times > 1 ? `${english} (${times})` : english,
    ...(excerpt === undefined || excerpt === '' ? {} : { excerpt: toExcerpt(excerpt) }),
    ...(where === undefined ? {} : { where }),
  }
}

/** An empty report. Entries come out in the order they were added, counted ones where they were first met. */
export const createReport = (): Report => {
  type Line = { code: ReportCode; times: number; excerpt: string | undefined; where: string | undefined }
  const lines: Line[] = []
  const counted = new Map<ReportCode, Line>()
  const added = new Map<ReportCode, number>()
  const count = (code: ReportCode, times = 1, excerpt?: string) => {
    const line = counted.get(code)
    if (line !== undefined) {
      line.times += times
      return
    }
    const first = { code, times, excerpt, where: undefined }
    counted.set(code, first)
    lines.push(first)
  }
  const add = (code: ReportCode, excerpt?: string, where?: string) => {
    const before = added.get(code) ?? 0
    added.set(code, before + 1)
    if (before >= entriesPerCodeMax) {
      count(code, 1, '…')
      return
    }
    lines.push({ code, times: 1, excerpt, where })
  }
  return { add, count, entries: () => lines.map((line) => toEntry(line.code, line.times, line.excerpt, line.where)) }
}
