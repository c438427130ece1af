import type { Mark } from '@gazette/schema/span'
import { getAttribute, getStyle, type HtmlElement, isBlock } from './html-tree.ts'

/** What surrounds a piece of text: marks, link and how it is set. */
export type Place = {
  marks: readonly Mark[]
  href: string | null
  level: number | null
  centred: boolean
  right: boolean
  small: boolean
  indented: boolean
  preformatted: boolean
  /** Innermost block is a paragraph or heading, where a single line break is only a line break. */
  paragraph: boolean
}

export const outermostPlace: Place = {
  marks: [],
  href: null,
  level: null,
  centred: false,
  right: false,
  small: false,
  indented: false,
  preformatted: false,
  paragraph: false,
}

const markNames: Record<string, Mark> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
}
const markOrder: readonly Mark[] = ['strong', 'emphasis', 'underline', 'strike', 'subscript', 'superscript', 'code']

const listMarks = (element: HtmlElement): Mark[] => {
  const marks: Mark[] = []
  const named = markNames[element.name]
  // An empty i is an icon; as a wrapper of a name or label it is still emphasis.
  if (named !== undefined) marks.push(named)
  const weight = getStyle(element, 'font-weight')
  if (/^(?:bold|bolder|[6-9]00)/.test(weight)) marks.push('strong')
  if (/italic|oblique/.test(getStyle(element, 'font-style'))) marks.push('emphasis')
  const decoration = `${getStyle(element, 'text-decoration')} ${getStyle(element, 'text-decoration-line')}`
  if (decoration.includes('underline')) marks.push('underline')
  if (decoration.includes('line-through')) marks.push('strike')
  if (getStyle(element, 'vertical-align') === 'super') marks.push('superscript')
  if (getStyle(element, 'vertical-align') === 'sub') marks.push('subscript')
  return marks
}

const withMarks = (marks: readonly Mark[], element: HtmlElement): readonly Mark[] => {
  const more = listMarks(element)
  const normal = /^(?:normal|[1-4]00)/.test(getStyle(element, 'font-weight'))
  if (more.length === 0 && !(normal && marks.includes('strong'))) return marks
  const all = new Set([...(normal ? marks.filter((mark) => mark !== 'strong') : marks), ...more])
  return markOrder.filter((mark) => all.has(mark))
}

const isSmall = (element: HtmlElement): boolean => {
  if (element.name === 'small' || element.name === 'figcaption') return true
  const size = getStyle(element, 'font-size')
  const [, value = '', unit = ''] = /^([\d.]{1,6})(pt|px)/.exec(size) ?? []
  if (value === '')
    return size === 'small' || size === 'x-small' || (element.name === 'font' && /^[12]$/.test(getAttribute(element, 'size')))
  return unit === 'pt' ? Number(value) <= 9.5 : Number(value) <= 12
}

const headingLevel = (element: HtmlElement): number | null => (/^h[1-6]$/.test(element.name) ? Number(element.name.slice(1)) : null)

/** The place inside an element that stands at `place`; `href` is the link it makes, null for none. */
export const enterPlace = (place: Place, element: HtmlElement, href: string | null): Place => {
  const align = getStyle(element, 'text-align') || getAttribute(element, 'align').toLowerCase()
  const block = isBlock(element)
  const indent = getStyle(element, 'text-indent')
  return {
    marks: withMarks(place.marks, element),
    href: href ?? place.href,
    level: headingLevel(element) ?? place.level,
    centred: block && align !== '' ? align.startsWith('center') : place.centred || element.name === 'center',
    right: block && align !== '' ? align === 'right' || align === 'end' : place.right,
    small: place.small || isSmall(element),
    indented: indent === '' ? place.indented : /^[1-9.]/.test(indent),
    preformatted: place.preformatted || element.name === 'pre' || getStyle(element, 'white-space').startsWith('pre'),
    paragraph: block ? /^(?:p|h[1-6]|figcaption|caption)$/.test(element.name) : place.paragraph,
  }
}
