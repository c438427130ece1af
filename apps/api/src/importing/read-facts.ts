import type { Contributor } from '@gazette/schema/article-content'
import type { Line } from './collect-lines.ts'
import { toHint } from './html-tree.ts'
import { judgeFurniture } from './page-furniture.ts'
import { listMoments, type Moment } from './parse-published.ts'
import { mergeContributors, readContributors } from './read-contributors.ts'
import { type Labelled, readLabels } from './read-labels.ts'
import { toLine } from './text-shape.ts'

export type FoundDate = { moment: Moment; label: 'published' | 'updated' | 'written' | null; order: number }
export type FoundSource = { name: string; href: string; labelled: boolean }

/** What the lines around an article say about it, as found. */
export type Facts = {
  dates: FoundDate[]
  source: FoundSource | null
  authors: Contributor[]
  editors: Contributor[]
  /** 索引号, 发文机关, 发文字号, 成文日期, 有效性 by the names of the schema. */
  official: ReadonlyMap<'indexNumber' | 'issuer' | 'documentNumber' | 'writtenOn' | 'validity', string>
}

const emptyValue = /^[-—/无暂]{0,4}$|^(?:null|undefined|暂无|未知|不详|本站原创|原创)$/i

const findHref = (line: Line, name: string): string =>
  line.pieces.find((piece) => piece.href !== '' && piece.text.includes(name))?.href ?? ''

const readPeople = (labelled: Labelled): Contributor[] => {
  const people = readContributors(labelled.value, true) ?? []
  const role = labelled.label.endsWith('作者') ? null : labelled.label
  return people.map((person) => ({ name: person.name, role: person.role ?? role }))
}

const writer = /^[^\s:：]{0,10}?(?:记者|通讯员|实习生|作者|撰稿|供稿)\s?\S/
const editor = /^(?:责任编辑|责编|编辑)\s(\S.{0,40})$/

/** People named without a colon, each in a stretch of its own: 记者 王强 通讯员 李明. */
const readUnlabelledPeople = (line: Line): Pick<Facts, 'authors' | 'editors'> => {
  const people: Pick<Facts, 'authors' | 'editors'> = { authors: [], editors: [] }
  if (line.plain.length > 120) return people
  for (const part of line.text.split('\t')) {
    if (part.length > 60 || /[:：]/.test(part)) continue
    const edited = editor.exec(part)?.[1]
    const names = writer.test(part) || edited !== undefined ? readContributors(edited ?? part) : null
    if (edited === undefined) people.authors.push(...(names ?? []))
    else people.editors.push(...(names ?? []).map(({ name }) => ({ name, role: part.split(/\s/)[0] ?? null })))
  }
  return people
}

const organisation = /(?:网|社|报|台|局|委|办|厅|部|中心|客户端|公众号|频道|日报|晚报|周刊|杂志|政府|协会|学会|政协)$/

/** Name of a source nobody labelled: an element its author called source, or an organisation beside the date. */
const findUnlabelledSource = (line: Line): FoundSource | null => {
  for (const piece of line.pieces) {
    const undated = listMoments(piece.text).reduce((text, { moment }) => text.replace(moment.found, ' '), piece.text)
    const text = toLine(undated).replace(/^[\s·•|｜/—-]+|^[（(【[]|[】\])）]$|[\s·•|｜/—-]+$/g, '')
    if (text.length < 2 || text.length > 30 || /[\d:：]/.test(text) || judgeFurniture(text) !== null) continue
    const hint = piece.element === null ? '' : toHint(piece.element)
    const called = /(?:^|[^a-z])(?:source|sour|laiyuan|ly|from|media|origin)(?:$|[^a-z])/.test(hint)
    if (called || organisation.test(text)) return { name: text, href: piece.href, labelled: false }
  }
  return null
}

// The clock of a page header: 今天是2024年11月28日 星期四.
const clock = /^(?:今天|今日|现在|当前时间|北京时间)/

const readDates = (line: Line, labels: readonly Labelled[]): FoundDate[] =>
  (clock.test(line.plain) ? [] : listMoments(line.text.slice(0, 600))).map(({ moment, start }) => {
    const label = labels.findLast((candidate) => candidate.start < start)
    const key = label !== undefined && line.text.slice(label.start, start).length < label.label.length + 12 ? label.key : null
    return { moment, label: key === 'published' || key === 'updated' || key === 'written' ? key : null, order: line.order }
  })

/** A label at the end of a line may have its value on the next one, as in cells of a table. */
const joinSplitLabels = (lines: readonly Line[], at: number, labels: Labelled[]): Labelled[] => {
  const last = labels.at(-1)
  const next = lines[at + 1]
  if (last === undefined || last.value !== '' || next === undefined || next.plain.length > 60 || readLabels(next.text).length > 0)
    return labels
  return [...labels.slice(0, -1), { ...last, value: next.plain }]
}

const officialKeys = {
  indexNumber: 'indexNumber',
  issuer: 'issuer',
  documentNumber: 'documentNumber',
  written: 'writtenOn',
  validity: 'validity',
} as const

/** Reads dates, source, people and the fields of official documents from lines that are not article text. */
export const readFacts = (lines: readonly Line[]): Facts => {
  const official = new Map<(typeof officialKeys)[keyof typeof officialKeys], string>()
  const dates: FoundDate[] = []
  let source: FoundSource | null = null
  let authors: Contributor[] = []
  let editors: Contributor[] = []
  for (const [at, line] of lines.entries()) {
    const labels = joinSplitLabels(lines, at, readLabels(line.text))
    for (const labelled of labels) {
      const { key, value } = labelled
      if (emptyValue.test(value)) continue
      if (key === 'source') source ??= { name: value.slice(0, 100), href: findHref(line, value), labelled: true }
      if (key === 'author') authors = mergeContributors(authors, readPeople(labelled))
      if (key === 'editor') editors = mergeContributors(editors, readPeople(labelled))
      if (key in officialKeys) {
        const name = officialKeys[key as keyof typeof officialKeys]
        if (!official.has(name)) official.set(name, value.slice(0, 200))
      }
    }
    dates.push(...readDates(line, labels))
    const unlabelled = readUnlabelledPeople(line)
    authors = mergeContributors(authors, unlabelled.authors)
    editors = mergeContributors(editors, unlabelled.editors)
  }
  if (source === null) {
    const dated = lines.filter((line) => line.plain.length < 120 && listMoments(line.text).length > 0)
    for (const line of dated) source ??= findUnlabelledSource(line)
  }
  return { dates, source, authors, editors, official }
}

/** Whether a line only tells facts about the article (date, source, people) or is furniture. */
export const isFactLine = (line: Pick<Line, 'text' | 'plain'>): boolean => {
  if (line.plain.length > 200 || !/[:：]|\d{4}/.test(line.plain) || /。./.test(line.plain)) return false
  const labels = readLabels(line.text)
  const dates = listMoments(line.text)
  if (labels.length === 0 && dates.length === 0) return false
  let rest = line.text
  for (const { start, end } of [...labels, ...dates].sort((one, other) => other.start - one.start)) {
    rest = `${rest.slice(0, start)}\t${rest.slice(Math.max(start, end))}`
  }
  const parts = rest.split('\t').map((part) => part.trim())
  const unexplained = parts.filter(
    (part) => part !== '' && judgeFurniture(part) === null && !/^[\s\d[\]【】()（）:：|｜丨/·,，.\-—>＞次分]+$/.test(part),
  )
  return unexplained.join('').length <= (dates.length > 0 ? 24 : 12)
}
