import { assembleArticle } from './assemble-article.ts'
import { chooseDate } from './choose-date.ts'
import { type Line, toLineOf } from './collect-lines.ts'
import { createMediaCollector } from './collect-media.ts'
import { createTextDraft, type Draft } from './draft-block.ts'
import { ImportError } from './import-error.ts'
import { judgeFurniture } from './page-furniture.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { mergeContributors } from './read-contributors.ts'
import { isFactLine, readFacts } from './read-facts.ts'
import { isTrailLine, readTrail } from './read-trail.ts'
import type { Report } from './report.ts'
import { isSubtitleLine, splitTitle, type TitleParts } from './split-title.ts'
import { hasSentenceMark, toLine } from './text-shape.ts'
import { trimTail } from './trim-tail.ts'

const headMax = 12
const titleLengthMax = 200

type TextLine = Line & { indented: boolean }

const readLines = (text: string, report: Report): TextLine[] => {
  const lines: TextLine[] = []
  for (const [order, raw] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const line = toLineOf([{ text: raw, href: '', element: null, order }], null)
    if (line !== null) {
      const indented = /^\s/.test(raw)
      if (indented) report.count('indents')
      lines.push({ ...line, indented })
    } else if (raw !== '') {
      report.count('empty-paragraphs')
    }
  }
  return lines
}

type Head = { before: TextLine[]; titles: TextLine[]; facts: TextLine[]; body: TextLine[] }

const isProseLine = (line: Line) => line.plain.length > 100 && hasSentenceMark(line.plain)

/** Parts the top of a copy: the trail, the headline of one to three lines, and lines of facts; the rest is text. */
const partHead = (lines: readonly TextLine[]): Head => {
  const isAside = (line: Line) => isTrailLine(line) || judgeFurniture(line.plain) !== null
  const firstProse = lines.findIndex(isProseLine)
  const top = lines.slice(0, Math.min(headMax, firstProse === -1 ? headMax : firstProse))
  const firstFact = top.findIndex((line) => isFactLine(line) && !isTrailLine(line))
  const candidates = (firstFact === -1 ? lines : top.slice(0, firstFact)).filter((line) => !isAside(line))
  const titles = candidates.slice(0, firstFact === -1 ? 1 : 3)
  const last = titles.at(-1)
  const start = last === undefined ? 0 : lines.indexOf(last) + 1
  let end = start
  for (let line = lines[end]; line !== undefined && (isFactLine(line) || isAside(line)); line = lines[end]) end += 1
  return {
    before: lines.slice(0, start).filter((line) => !titles.includes(line)),
    titles,
    facts: lines.slice(start, end),
    body: lines.slice(end),
  }
}

const toTitle = (titles: readonly TextLine[], report: Report): TitleParts => {
  const texts = titles.map((line) => line.plain)
  const below = texts.length > 1 && isSubtitleLine(texts.at(-1) ?? '') ? (texts.pop() ?? null) : null
  const printed = texts.pop()
  if (printed === undefined || printed.length > titleLengthMax) throw new ImportError('no-title')
  const above = texts.length > 0 ? texts.join(' ') : null
  const parts = splitTitle(printed, below, above)
  if (below !== null) report.add('subtitle-line', below)
  else if (parts.subtitle !== null) report.add('subtitle-split', parts.subtitle)
  if (above !== null) report.add('kicker-line', above)
  return parts
}

const toDrafts = (lines: readonly TextLine[]): Draft[] =>
  lines.map((line) => createTextDraft([{ text: line.plain }], { indented: line.indented }))

/** Zone of the site, and the moment after which no page can have been published (null: not known). */
export type CopiedTextOptions = { timeZone: string; latest: number | null; report: Report }

/**
 * Text copied from an article page: trail, headline, facts, text, and the furniture that came along.
 * @throws ImportError `no-title`, `no-content`
 */
export const parseCopiedText = (text: string, { timeZone, latest, report }: CopiedTextOptions): ParsedArticle => {
  const { before, titles, facts: factLines, body } = partHead(readLines(text, report))
  const title = toTitle(titles, report)
  const facts = readFacts([...factLines, ...before])
  for (const line of [...before, ...factLines]) report.add('page-header', line.plain, '正文之前')
  const tail = trimTail(toDrafts(body), report)
  const source = facts.source?.name ?? tail.source
  if (facts.source?.labelled === false) report.add('source-unlabelled', facts.source.name)
  const published = chooseDate({ shown: facts.dates, declared: '', elsewhere: [], inAddress: null }, { timeZone, latest, report })
  return assembleArticle(
    {
      title,
      drafts: tail.drafts,
      authors: mergeContributors(facts.authors, tail.authors),
      editors: mergeContributors(facts.editors, tail.editors),
      source: source === null ? null : { name: toLine(source), url: null },
      origin: 'original',
      published,
      summary: '',
      keywords: [],
      cover: '',
      official: null,
      attachments: [],
      trail: readTrail(null, before, title.fullTitle),
      legacyUrl: null,
    },
    createMediaCollector(null),
    report,
  )
}
