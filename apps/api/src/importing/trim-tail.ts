import type { Contributor } from '@gazette/schema/article-content'
import { countLinked, type Draft, type TextDraft } from './draft-block.ts'
import { isCounterRest, isDisclaimer, isNeighbourLine, isRelatedTitle, judgeFurniture } from './page-furniture.ts'
import { mergeContributors } from './read-contributors.ts'
import { isFactLine, readFacts } from './read-facts.ts'
import { readLabels } from './read-labels.ts'
import { recogniseEditors } from './recognise-editors.ts'
import { recogniseSignature } from './recognise-signature.ts'
import type { Report } from './report.ts'
import { isListOfFurniture, toFactLine } from './trim-head.ts'

type ListItems = { spans: { text: string; href?: string | undefined }[]; items: ListItems }[]

const countItems = (items: ListItems): { linked: number; all: number } =>
  items.reduce(
    (sum, item) => {
      const inner = countItems(item.items)
      const own = item.spans.reduce((length, span) => length + span.text.length, 0)
      const linked = item.spans.reduce((length, span) => length + (span.href === undefined ? 0 : span.text.length), 0)
      return { linked: sum.linked + linked + inner.linked, all: sum.all + own + inner.all }
    },
    { linked: 0, all: 0 },
  )

/** Whether nearly all of a draft is links to elsewhere: an entry of a list of articles. */
const isLinks = (draft: Draft): boolean => {
  if (draft.type === 'text') return draft.files.length === 0 && countLinked(draft) * 10 >= draft.text.length * 6
  if (draft.type !== 'block' || draft.block.type !== 'list') return false
  const { linked, all } = countItems(draft.block.items)
  return linked * 10 >= all * 6
}

/** A heading such as 相关阅读 with nothing but links behind it, to the end or to the next line of text. */
const dropRelated = (drafts: readonly Draft[], report: Report): Draft[] => {
  const kept: Draft[] = []
  for (let at = 0; at < drafts.length; at += 1) {
    const draft = drafts[at]
    if (draft === undefined) break
    let end = at + 1
    if (draft.type === 'text' && isRelatedTitle(draft.text)) {
      while (end < drafts.length && isLinks(drafts[end] ?? draft)) end += 1
    }
    if (end > at + 1 || (draft.type === 'text' && isRelatedTitle(draft.text) && end === drafts.length)) {
      report.add('related-links', draft.type === 'text' ? draft.text : '', '正文末尾')
      at = end - 1
    } else {
      kept.push(draft)
    }
  }
  return kept
}

export type TrimmedTail = { drafts: Draft[]; authors: Contributor[]; editors: Contributor[]; source: string | null }

type Taken = Omit<TrimmedTail, 'drafts'>

const takeFacts = (draft: TextDraft, taken: Taken, report: Report): boolean => {
  const labels = readLabels(draft.text)
  const line = toFactLine(draft, 0)
  const personal = labels.length > 0 && labels.every(({ key }) => key === 'author' || key === 'editor' || key === 'source')
  if (!personal || line === null || !isFactLine(line)) return false
  const facts = readFacts([line])
  if (facts.authors.length + facts.editors.length === 0 && facts.source === null) return false
  taken.authors = mergeContributors(taken.authors, facts.authors)
  taken.editors = mergeContributors(facts.editors, taken.editors)
  taken.source ??= facts.source?.name ?? null
  report.add('page-header', draft.text, '正文末尾')
  return true
}

/** Takes one line off the end; false when it belongs to the text. */
const takeTailLine = (draft: TextDraft, taken: Taken, report: Report): boolean => {
  if (draft.files.length > 0) return false
  if (judgeFurniture(draft.text) !== null || isDisclaimer(draft.text)) report.add('furniture', draft.text, '正文末尾')
  else if (isNeighbourLine(draft.text)) report.add('neighbour-links', draft.text, '正文末尾')
  else return takeFacts(draft, taken, report)
  return true
}

const takeEditors = (drafts: readonly Draft[], taken: Taken, report: Report): Draft[] =>
  drafts.filter((draft) => {
    const editors = draft.type === 'text' ? recogniseEditors(draft.text) : null
    if (draft.type !== 'text' || editors === null) return true
    taken.editors = mergeContributors(taken.editors, editors)
    report.add('editor-line', draft.text, '正文末尾')
    return false
  })

const signatureLines = 4

const takeSignature = (drafts: Draft[], taken: Taken, report: Report): Draft[] => {
  const texts = drafts.filter((draft) => draft.type === 'text')
  const [first] = texts
  const boxed = first !== undefined && /^[口□■（(]/.test(first.text) ? [first] : []
  for (const draft of [...boxed, ...texts.slice(-signatureLines)]) {
    const authors = texts.length < 2 ? null : recogniseSignature(draft.text)
    if (authors === null) continue
    taken.authors = mergeContributors(taken.authors, authors)
    report.add('signature-line', draft.text)
    report.add('author-signature', authors.map(({ name }) => name).join('、'))
    drafts.splice(drafts.indexOf(draft), 1)
  }
  return drafts
}

/** Takes off what stands below the text (furniture, neighbours, related links) and the lines that name editors and authors. */
export const trimTail = (drafts: readonly Draft[], report: Report): TrimmedTail => {
  const taken: Taken = { authors: [], editors: [], source: null }
  const kept = takeEditors(dropRelated(drafts, report), taken, report)
  const isCertain = (draft: Draft) => draft.type === 'text' && judgeFurniture(draft.text) === 'certain'
  let afterFurniture = kept.some(isCertain)
  while (kept.length > 0) {
    const last = kept.at(-1)
    if (last === undefined) break
    const divider = last.type === 'block' && last.block.type === 'divider'
    const counter = last.type === 'text' && afterFurniture && isCounterRest(last.text)
    const buttons = afterFurniture && isListOfFurniture(last)
    if (counter || buttons) report.add('furniture', counter ? last.text : '列表', '正文末尾')
    else if (!divider && !(last.type === 'text' && takeTailLine(last, taken, report))) break
    afterFurniture ||= last.type === 'text'
    kept.pop()
  }
  const inner = kept.filter((draft) => {
    if (!isCertain(draft) || draft.type !== 'text') return true
    report.add('furniture', draft.text)
    return false
  })
  return { drafts: takeSignature(inner, taken, report), ...taken }
}
