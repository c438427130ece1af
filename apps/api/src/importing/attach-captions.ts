import { type Draft, type ImageDraft, isStrong, type TextDraft } from './draft-block.ts'
import type { Report } from './report.ts'
import { splitCredit } from './split-credit.ts'
import { endsSentence } from './text-shape.ts'

const captionLengthMax = 150
const shortCaptionMax = 45

const opening =
  /^(?:[▲△↑▼◆■●]|(?:[上下左右]|资料|本组)?图(?:为|[：:]|\s|[\d①-⑩一二三四五六七八九十]|片(?:来源|说明))|图\/|\(?资料(?:图|照)片?)/

/** Whether a line below an image says of itself that it is the caption. */
const isCaption = (line: TextDraft, image: ImageDraft, smallMeans: boolean, centredMeans: boolean): boolean => {
  if (line.level !== null || line.files.length > 0 || line.text.length > captionLengthMax) return false
  if (opening.test(line.text) || splitCredit(line.text).credit !== null) return true
  if (line.small && smallMeans) return true
  if (isStrong(line)) return false
  const short = line.text.length <= 80
  return (
    short &&
    ((line.centred && centredMeans) ||
      (line.besideImage && !line.indented && line.text.length <= 40 && (image.centred || !endsSentence(line.text))))
  )
}

const isShortLine = (line: TextDraft): boolean =>
  line.level === null && line.files.length === 0 && line.text.length <= shortCaptionMax && line.text.length >= 3 && !isStrong(line)

const share = (drafts: readonly Draft[], fits: (draft: TextDraft) => boolean): number => {
  const texts = drafts.filter((draft) => draft.type === 'text')
  return texts.length === 0 ? 0 : texts.filter(fits).length / texts.length
}

const follows = (drafts: readonly Draft[], at: number): TextDraft | null => {
  const next = drafts[at + 1]
  return next?.type === 'text' ? next : null
}

/** Whether this article captions its images with plain short lines: nearly every image has one below it. */
const captionsPlainly = (drafts: readonly Draft[]): boolean => {
  const below = drafts.flatMap((draft, at) => (draft.type === 'image' && draft.caption === null ? [follows(drafts, at)] : []))
  const short = below.filter((line) => line !== null && (isShortLine(line) || splitCredit(line.text).credit !== null))
  return below.length >= 3 && short.length * 4 >= below.length * 3
}

/**
 * Gives images the lines below them that are captions: by their opening (图为, ▲), their credit (摄, 供图), their setting
 * (centred or small where text is not), or because the article does so throughout. Each is reported as a guess.
 */
export const attachCaptions = (drafts: readonly Draft[], report: Report): Draft[] => {
  const smallMeans = share(drafts, (draft) => draft.small) < 0.5
  const centredMeans = share(drafts, (draft) => draft.centred) < 0.6
  const plainly = captionsPlainly(drafts)
  const kept: Draft[] = []
  for (let at = 0; at < drafts.length; at += 1) {
    const draft = drafts[at]
    if (draft === undefined) break
    kept.push(draft)
    const line = follows(drafts, at)
    if (draft.type !== 'image' || draft.caption !== null || line === null) continue
    if (!isCaption(line, draft, smallMeans, centredMeans) && !(plainly && isShortLine(line))) continue
    const { caption, credit } = splitCredit(line.text)
    kept[kept.length - 1] = { ...draft, caption, credit: credit ?? draft.credit }
    report.add('caption-recognised', line.text)
    at += 1
  }
  return kept
}
