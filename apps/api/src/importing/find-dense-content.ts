import type { Line } from './collect-lines.ts'
import { type ContentRegion, toRegion } from './content-region.ts'
import { isForeignHint } from './find-marked-content.ts'
import type { HtmlElement } from './html-tree.ts'
import { isAsideTitle, isRelatedTitle, judgeFurniture } from './page-furniture.ts'
import { isFactLine } from './read-facts.ts'
import { hasSentenceMark } from './text-shape.ts'

type Measure = { prose: number; lines: number; linked: number; length: number; headed: boolean }

const foreignNames = new Set(['nav', 'aside', 'footer', 'header'])
const passable =
  /^(?:div|section|article|main|table|tbody|tr|td|center|form|font|span|dd|dl|body|html|fieldset|hgroup|[a-z]+content|[a-z]+-.+)$/
const proseLengthMin = 12
const legalLengthMax = 150
const ownProseMin = 30
const legal =
  /版权所有|ICP备|Copyright|All Rights Reserved|未经(?:书面)?(?:授权|许可|允许|同意)|不得转载|转载请注明|免责声明|版权声明|报料|新闻热线/i

const linkedLength = (line: Line) => line.pieces.reduce((sum, piece) => sum + (piece.href === '' ? 0 : piece.text.trim().length), 0)

/** Weight of a line as article text: its length outside links when it reads like a sentence, little otherwise. */
const weigh = (line: Line): number => {
  const own = Math.max(0, line.plain.length - linkedLength(line))
  const sentence = own >= proseLengthMin && hasSentenceMark(line.plain) && !(own < legalLengthMax && legal.test(line.plain))
  return sentence ? own : own * 0.1
}

const measureElements = (lines: readonly Line[]): Map<HtmlElement, Measure> => {
  const measures = new Map<HtmlElement, Measure>()
  for (const line of lines) {
    const prose = isFactLine(line) || judgeFurniture(line.plain) !== null ? 0 : weigh(line)
    for (let at = line.element; at !== null; at = at.parent) {
      const headed = isRelatedTitle(line.plain) || isAsideTitle(line.plain)
      const measure = measures.get(at) ?? { prose: 0, lines: 0, linked: 0, length: 0, headed }
      measure.prose += prose
      measure.lines += prose >= proseLengthMin ? 1 : 0
      measure.linked += linkedLength(line)
      measure.length += line.plain.length
      measures.set(at, measure)
    }
  }
  return measures
}

const nothing: Measure = { prose: 0, lines: 0, linked: 0, length: 0, headed: false }

/** The element that holds the text: down from the body as long as one child holds it nearly all, apart from what is foreign. */
const descend = (body: HtmlElement, measures: ReadonlyMap<HtmlElement, Measure>): HtmlElement => {
  const get = (element: HtmlElement) => measures.get(element) ?? nothing
  const isAside = (element: HtmlElement): boolean => foreignNames.has(element.name) || isForeignHint(element) || get(element).headed
  const isForeign = (element: HtmlElement): boolean => isAside(element) || get(element).linked * 2 >= get(element).length
  const findMost = (elements: readonly HtmlElement[]): HtmlElement | null =>
    elements.reduce<HtmlElement | null>((most, element) => (most === null || get(element).prose > get(most).prose ? element : most), null)
  let at = body
  for (;;) {
    const children = at.children.filter((child): child is HtmlElement => child.kind === 'element')
    // Comments may be longer than the article they follow.
    const own = findMost(children.filter((child) => !isAside(child)))
    const best = own !== null && get(own).prose >= ownProseMin ? own : findMost(children)
    if (best === null || !passable.test(best.name) || get(best).prose === 0) return at
    const others = children.filter((child) => child !== best)
    const foreign = others.filter(isForeign).reduce((sum, child) => sum + get(child).prose, 0)
    const lost = get(at).prose - get(best).prose - foreign
    const lostMax = get(best).lines >= 3 ? get(best).prose * 0.1 : 6
    if (lost > lostMax) return at
    at = best
  }
}

/**
 * The article on a page nothing is known about: where the running text is. Lines before `fromOrder` (the title, when it is
 * known) do not count, nor do facts, furniture and links. Null when there is no running text.
 */
export const findDenseContent = (root: HtmlElement, lines: readonly Line[], fromOrder: number): ContentRegion | null => {
  const counted = lines.filter((line) => line.order > fromOrder)
  const measures = measureElements(counted)
  const body = root.children.flatMap((child) => (child.kind === 'element' ? [child] : []))[0]
  if (body === undefined || (measures.get(body)?.prose ?? 0) === 0) return null
  return toRegion(descend(body, measures), 'density')
}
