import { type BlockDraft, countLinked, type Draft, isStrong, type TextDraft } from './draft-block.ts'
import { isFalseHeading, recogniseHeadings } from './recognise-heading.ts'
import type { Report } from './report.ts'

type Level = 2 | 3 | 4

const clampLevel = (level: number): Level => (level <= 2 ? 2 : level >= 4 ? 4 : 3)

/** Levels used, the highest becoming 2: the title of the article is level 1. */
const createLevels = (values: readonly number[]): ((value: number) => Level) => {
  const used = [...new Set(values)].sort((one, other) => one - other)
  return (value) => clampLevel(used.indexOf(value) + 2)
}

const withoutStrong = (draft: TextDraft) =>
  isStrong(draft)
    ? draft.spans.map(({ marks, ...span }) => {
        const others = marks?.filter((mark) => mark !== 'strong') ?? []
        return others.length > 0 ? { ...span, marks: others } : span
      })
    : draft.spans

/** A line that is hardly more than the link to one document becomes that document; its title is the whole line. */
const isFileLine = (draft: TextDraft): boolean => draft.files.length === 1 && draft.text.length <= 200 && isMostlyFile(draft)

const isMostlyFile = (draft: TextDraft): boolean => {
  const linked = countLinked(draft)
  const rest = draft.text.length - linked
  return linked === 0 ? /^(?:附件|下载)/.test(draft.text) : rest <= 16 && !/[。；]/.test(draft.text)
}

const isPastHalf = (part: number, whole: number) => part * 2 > whole

/** Drafts as blocks: headings marked up or recognised, documents, paragraphs. Every heading not marked up is reported as a guess. */
export const toBlocks = (drafts: readonly Draft[], report: Report): BlockDraft[] => {
  const texts = drafts.filter((draft) => draft.type === 'text')
  const length = (some: readonly TextDraft[]) => some.reduce((sum, draft) => sum + draft.text.length, 0)
  const marked = texts.filter((draft) => draft.level !== null)
  const allFalse = isPastHalf(length(marked), length(texts))
  const isHeading = (draft: TextDraft) => draft.level !== null && !allFalse && !isFalseHeading(draft)
  const toLevel = createLevels(texts.flatMap((draft) => (isHeading(draft) ? [draft.level ?? 0] : [])))
  const depths = recogniseHeadings(allFalse ? drafts.map((draft) => (draft.type === 'text' ? { ...draft, level: null } : draft)) : drafts)
  const toDepthLevel = createLevels(depths.filter((depth) => depth !== null))
  return drafts.map((draft, at): BlockDraft => {
    if (draft.type === 'block') return draft.block
    if (draft.type === 'image') {
      const { media, alt, caption, credit } = draft
      if (alt === '') report.add('no-alt', caption ?? undefined)
      return { type: 'image', media: { id: media }, alt, caption, credit }
    }
    const [file] = draft.files
    if (file !== undefined && isFileLine(draft)) return { type: 'file', media: { id: file }, title: draft.text }
    if (isHeading(draft)) return { type: 'heading', level: toLevel(draft.level ?? 0), spans: withoutStrong(draft) }
    if (draft.level !== null) report.add('heading-demoted', draft.text)
    const depth = depths[at] ?? null
    if (depth === null) return { type: 'paragraph', spans: draft.spans }
    report.add('heading-recognised', draft.text)
    return { type: 'heading', level: toDepthLevel(depth), spans: withoutStrong(draft) }
  })
}
