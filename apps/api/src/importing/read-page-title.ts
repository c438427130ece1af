import type { Line } from './collect-lines.ts'
import type { ContentRegion } from './content-region.ts'
import { cutBrowserTitle, findTitle, listTitleCandidates, type TitleCandidate } from './find-title.ts'
import { toHint } from './html-tree.ts'
import { ImportError } from './import-error.ts'
import { judgeFurniture } from './page-furniture.ts'
import { isFactLine } from './read-facts.ts'
import type { MetaTags } from './read-meta-tags.ts'
import { isTrailLine } from './read-trail.ts'
import type { Report } from './report.ts'
import { isSubtitleLine, splitTitle, type TitleParts } from './split-title.ts'
import { toBare } from './text-shape.ts'

/** The headline as printed, where it stands, and how it parts once the line below it is known. */
export type PageTitle = {
  printed: string
  /** Order of its last line; null when it stands nowhere on the page. */
  order: number | null
  toParts: (lineInContent: string | null) => TitleParts
}

const kickerHint = /(?:^|[\s_-])(?:yinti|yt|pre|kicker|shoulder|pretitle|pre-title|jianti)(?:$|[\s_-])/
const subtitleHint = /(?:^|[\s_-])(?:futi|fubiaoti|fbt|ft|subtitle|sub-title|sub_title|subhead|secondtitle)(?:$|[\s_-])/

const hint = (line: Line): string => (line.element === null ? '' : toHint(line.element))

/** A line beside the title that its author called 引题 or 副题, or a line below that begins with a dash. */
const findBeside = (lines: readonly Line[], { first, last }: TitleCandidate) => {
  const before = lines.findLast((line) => line.order < first)
  const next = lines.find((line) => line.order > last)
  const plain = (line: Line | undefined): line is Line =>
    line !== undefined && line.plain.length <= 80 && !isFactLine(line) && !isTrailLine(line) && judgeFurniture(line.plain) === null
  return {
    above: plain(before) && kickerHint.test(hint(before)) ? before.plain : null,
    below: plain(next) && (isSubtitleLine(next.plain) || subtitleHint.test(hint(next))) ? next.plain : null,
  }
}

const readUnseen = (meta: MetaTags, headline: string, report: Report): string => {
  const declared = meta.find('articletitle', 'og:title') || headline
  if (declared !== '') return declared
  const cut = cutBrowserTitle(meta.browserTitle, meta.find('sitename'))
  if (cut === null) throw new ImportError('no-title')
  report.add('title-cut', meta.browserTitle)
  return cut
}

const toParts = (printed: string, below: string | null, above: string | null, report: Report): TitleParts => {
  const parts = splitTitle(printed, below, above)
  if (parts.subtitle !== null) report.add(parts.fullTitle === printed ? 'subtitle-split' : 'subtitle-line', parts.subtitle)
  if (parts.kicker !== null) report.add('kicker-line', parts.kicker)
  return parts
}

/**
 * The headline of a page: as printed on it when it is there, else as its tags have it, else the browser title cut off the
 * site's name.
 * @throws ImportError `no-title`
 */
export const readPageTitle = (
  lines: readonly Line[],
  meta: MetaTags,
  headline: string,
  content: ContentRegion,
  report: Report,
): PageTitle => {
  const found = findTitle(listTitleCandidates(lines), meta, headline, content.from)
  // What merely looks like a title gives way to what the page declares.
  if (found === null || (!found.sure && (meta.find('articletitle') || headline) !== '')) {
    const printed = readUnseen(meta, headline, report)
    return { printed, order: null, toParts: (inside) => toParts(printed, inside ?? (meta.find('subtitle') || null), null, report) }
  }
  const { candidate, sure } = found
  if (!sure) report.add('title-from-page', candidate.text)
  const { above, below } = findBeside(lines, candidate)
  const declared = meta.find('subtitle', 'subhead')
  return {
    printed: candidate.text,
    order: candidate.last,
    toParts: (inside) =>
      toParts(
        candidate.text,
        below ?? inside ?? (declared !== '' && toBare(declared) !== toBare(candidate.text) ? declared : null),
        above,
        report,
      ),
  }
}
