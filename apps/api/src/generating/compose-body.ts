import type { StoredBlock } from '@gazette/schema/block'
import type { FillTemplate, Matter } from './fill-template.ts'
import { type Random, randomInteger } from './random.ts'
import { bodySentences, closingSentences, headings, leadSentences } from './sentence-templates.ts'

const paragraphsMaximum = 12

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

/** Writes in one matter. */
export type Writer = (templates: readonly string[]) => string

export const createWriter =
  (fill: FillTemplate, matter: Matter): Writer =>
  (templates) =>
    fill(pick(matter.random, templates), matter)

const spans = (text: string) => [{ text }]

const paragraphOf = (write: Writer, random: Random): string => {
  let text = ''
  for (let count = randomInteger(random, 1, 5); count > 0; count -= 1) text += write(bodySentences)
  return text
}

type Draft = StoredBlock extends infer Block ? (Block extends StoredBlock ? Omit<Block, 'id'> : never) : never

const paragraph = (text: string): Draft => ({ type: 'paragraph', spans: spans(text) })

const list = (write: Writer, random: Random): Draft => ({
  type: 'list',
  ordered: random() < 0.5,
  items: Array.from({ length: randomInteger(random, 2, 5) }, () => ({ spans: spans(write(headings)), items: [] })),
})

const quote = (write: Writer): Draft => ({
  type: 'quote',
  spans: spans(write(bodySentences)),
  attribution: write(['{person}委员', '{body}']),
})

const table = (write: Writer, random: Random): Draft => {
  const cell = (text: string) => ({ spans: spans(text), columnSpan: 1, rowSpan: 1 })
  const row = () => [cell(write(['{place}'])), cell(write(['{subject}', '{n}'])), cell(write(['{number}', '{percent}%']))]
  return {
    type: 'table',
    caption: write(['{year}年{theme}情况']),
    headerRows: 1,
    headerColumns: 0,
    rows: [['地区', '项目', '数量'].map(cell), ...Array.from({ length: randomInteger(random, 2, 6) }, row)],
  }
}

// Half of all texts have at most five paragraphs; a few are as long as they come.
const paragraphCount = (random: Random): number => 1 + Math.floor(random() ** 1.1 * paragraphsMaximum)

const extra = (write: Writer, random: Random): Draft[] => {
  const share = random()
  if (share < 0.05) return [quote(write)]
  if (share < 0.08) return [list(write, random)]
  return share < 0.095 ? [table(write, random)] : []
}

/** A body of 1 to 12 paragraphs, with headings in long ones, and now and then a quotation, a list or a table. */
export const composeBody = (write: Writer, random: Random): StoredBlock[] => {
  const count = paragraphCount(random)
  const drafts: Draft[] = [paragraph(write(leadSentences) + (count === 1 ? write(bodySentences) : ''))]
  for (let index = 1; index < count; index += 1) {
    if (count >= 6 && index % 4 === 1) drafts.push({ type: 'heading', level: 2, spans: spans(write(headings)) })
    const isLast = index === count - 1
    drafts.push(paragraph(isLast && random() < 0.5 ? write(closingSentences) : paragraphOf(write, random)))
    if (!isLast) drafts.push(...extra(write, random))
  }
  return drafts.map(({ type, ...rest }, index) => ({ type, id: `b${index + 1}`, ...rest }) as StoredBlock)
}
