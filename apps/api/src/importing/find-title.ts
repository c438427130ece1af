import type { Line } from './collect-lines.ts'
import { getAttribute, type HtmlElement, toHint } from './html-tree.ts'
import { isNeighbourLine, isRelatedTitle, judgeFurniture } from './page-furniture.ts'
import { isFactLine } from './read-facts.ts'
import type { MetaTags } from './read-meta-tags.ts'
import { isTrailLine } from './read-trail.ts'
import { hasSentenceMark, toBare } from './text-shape.ts'

/** A line, or the lines of one heading, that may be the title. */
export type TitleCandidate = { text: string; lines: Line[]; element: HtmlElement | null; first: number; last: number }

const titleHint = /(?:^|[\s_-])(?:[a-z]{0,8}title|biaoti|bt|headline|topic|tit|h1)(?:$|[\s_-])/
const lengthMax = 200
const candidatesMax = 2000
const sureScore = 75
const nearScore = 28

const findHeading = (line: Line): HtmlElement | null => {
  let at = line.element
  for (let steps = 0; at !== null && steps < 4; steps += 1, at = at.parent) if (/^h[1-6]$|^ucaptitle$/.test(at.name)) return at
  at = line.element
  for (let steps = 0; at !== null && steps < 2; steps += 1, at = at.parent) if (titleHint.test(toHint(at))) return at
  return line.element
}

/** Lines of the page grouped by the heading or block they stand in. */
export const listTitleCandidates = (lines: readonly Line[]): TitleCandidate[] => {
  const candidates: TitleCandidate[] = []
  for (const line of lines) {
    const element = findHeading(line)
    const last = candidates.at(-1)
    if (last !== undefined && element !== null && last.element === element && isHeadingElement(element)) {
      last.lines.push(line)
      last.text += /^[—─―－]/.test(line.plain) ? line.plain : ` ${line.plain}`
      last.last = line.order
    } else {
      candidates.push({ text: line.plain, lines: [line], element, first: line.order, last: line.order })
    }
  }
  return candidates
}

const isHeadingElement = (element: HtmlElement) => /^h[1-6]$|^ucaptitle$/.test(element.name) || titleHint.test(toHint(element))

const tagScores: Record<string, number> = { h1: 40, ucaptitle: 60, h2: 25, h3: 18, h4: 12, h5: 12, h6: 10 }
const outside = new Set(['nav', 'footer', 'aside', 'header'])

const isOutside = (element: HtmlElement | null): boolean => {
  for (let at = element; at !== null; at = at.parent) {
    if (outside.has(at.name) && at.name !== 'header') return true
    if (at.name === 'header' && at.parent?.name === 'body') return true
  }
  return false
}

// Tags and print differ in quotes, spaces and width; words decide.
const toKey = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** How surely the page says elsewhere that this is its title: ArticleTitle, og:title or JSON-LD, `<title>`; 0 when it does not. */
const scoreReference = (text: string, meta: MetaTags, headline: string): number => {
  const key = toKey(text)
  if (key === '') return 0
  const declared = toKey(meta.find('articletitle', 'article:title'))
  if (declared === key) return 200
  if (declared !== '' && key.length >= 6 && (declared.startsWith(key) || key.startsWith(declared))) return 150
  if ([meta.find('og:title', 'twitter:title', 'title'), headline].map(toKey).includes(key)) return 110
  const browser = toKey(meta.browserTitle)
  if (browser === key) return 78
  return key.length >= 5 && browser.startsWith(key) ? 75 + Math.min(key.length, 30) : 0
}

// A title does not lead anywhere; the name of the site, which may be the browser title too, leads home.
const isLinked = (candidate: TitleCandidate): boolean =>
  candidate.lines.every((line) => line.pieces.every((piece) => piece.href !== '' || piece.text.trim() === ''))

const scoreCandidate = (candidate: TitleCandidate, meta: MetaTags, headline: string): number => {
  const bare = toBare(candidate.text)
  const [line] = candidate.lines
  if (bare.length < 2 || bare.length > lengthMax || line === undefined) return -1
  if (judgeFurniture(candidate.text) !== null || isFactLine(line) || isTrailLine(line) || isNeighbourLine(candidate.text)) return -1
  if (isRelatedTitle(candidate.text) || /^\d+$/.test(bare)) return -1
  const site = toBare(meta.find('sitename', 'og:site_name'))
  if (site !== '' && bare === site) return -1
  const named =
    candidate.element === null ? 0 : (tagScores[candidate.element.name] ?? 0) + (titleHint.test(toHint(candidate.element)) ? 15 : 0)
  const linked = isLinked(candidate)
  const reference = scoreReference(candidate.text, meta, headline)
  const hidden =
    candidate.element !== null && /logo/.test(`${toHint(candidate.element)} ${getAttribute(candidate.element, 'role')}`) ? 60 : 0
  return (
    (linked && reference < 110 ? 0 : reference) +
    named -
    (linked ? 60 : 0) -
    hidden -
    (isOutside(candidate.element) ? 60 : 0) -
    (bare.length < 4 ? 15 : 0)
  )
}

export type FoundTitle = { candidate: TitleCandidate; sure: boolean }

const isNamed = ({ element }: TitleCandidate): boolean => element !== null && isHeadingElement(element)

/** How near a candidate stands to the text: right above it counts most; inside its first lines only a heading counts. */
const createNearness = (candidates: readonly TitleCandidate[], contentFrom: number | null): ((candidate: TitleCandidate) => number) => {
  if (contentFrom === null) return () => 0
  const above = candidates.filter((candidate) => candidate.first < contentFrom).reverse()
  const distances = new Map(above.slice(0, 40).map((candidate, index) => [candidate, index]))
  const inside = new Set(candidates.slice(above.length, above.length + 6).filter(isNamed))
  return (candidate) => {
    const distance = distances.get(candidate)
    if (distance !== undefined) return Math.max(0, 30 - 5 * distance)
    if (inside.has(candidate)) return 25
    return candidate.first < contentFrom ? 0 : -40
  }
}

/**
 * The title as printed on the page. Sure when the page itself says so elsewhere (ArticleTitle, og:title, `<title>`); otherwise
 * the best heading before `contentFrom`, the nearer the better. Null when nothing on the page looks like one.
 */
export const findTitle = (
  candidates: readonly TitleCandidate[],
  meta: MetaTags,
  headline: string,
  contentFrom: number | null,
): FoundTitle | null => {
  const before = contentFrom === null ? 0 : candidates.filter((candidate) => candidate.first < contentFrom).length
  const scored = candidates.slice(0, before + candidatesMax).flatMap((candidate) => {
    const own = scoreCandidate(candidate, meta, headline)
    return own < 0 ? [] : [{ candidate, own }]
  })
  const nearness = createNearness(
    scored.map(({ candidate }) => candidate),
    contentFrom,
  )
  let best: { candidate: TitleCandidate; score: number; sure: boolean } | null = null
  for (const { candidate, own } of scored) {
    const sure = own >= sureScore && scoreReference(candidate.text, meta, headline) >= sureScore
    const plain = !sure && !isNamed(candidate) && (candidate.text.length < 6 || hasSentenceMark(candidate.text))
    const score = own + nearness(candidate)
    if (!plain && score >= (contentFrom === null ? sureScore : nearScore) && (best === null || score > best.score))
      best = { candidate, score, sure }
  }
  return best
}

const separators = /\s*(?:_|\||｜|--+|–| - |-(?=[^-]{2,20}(?:网|政府|委员会|局|厅|政协|门户|报|社|online|\.com|\.cn)))\s*/

/** The article's part of a browser title: without the names of channel and site behind it. Null when nothing is left. */
export const cutBrowserTitle = (browserTitle: string, siteName: string): string | null => {
  const [first = ''] = browserTitle.split(separators)
  const title = first.trim()
  return title.length < 4 || toBare(title) === toBare(siteName) ? null : title
}
