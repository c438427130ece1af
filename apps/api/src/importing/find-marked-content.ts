import { type ContentRegion, clipRegion, toRegion } from './content-region.ts'
import {
  getAttribute,
  getStyle,
  type HtmlElement,
  type HtmlNode,
  isInside,
  listElements,
  toHint,
  toRawText,
  walkNodes,
} from './html-tree.ts'
import { countHan } from './text-shape.ts'

// Hanweb JCMS writes comments and meta elements around its text, TRS and Founder comments of their own.
const startComment =
  /^\s*(?:<?\$\[信息内容\]>\s*begin|ZJEG_RSS\.content\.begin|enpcontent|contstart|content_?start|正文(?:内容)?开始|文章内容开始)\s*$/i
const endComment =
  /^\s*(?:<?\$\[信息内容\]>\s*end|ZJEG_RSS\.content\.end|\/enpcontent|contend|content_?end|正文(?:内容)?结束|文章内容结束)\s*$/i

const isMarker = (node: HtmlNode, name: string, comment: RegExp): boolean =>
  node.kind === 'comment'
    ? comment.test(node.text.slice(0, 100))
    : node.kind === 'element' && node.name === 'meta' && getAttribute(node, 'name').toLowerCase() === name

const findBetweenMarkers = (root: HtmlElement): ContentRegion | null => {
  let start: HtmlNode | null = null
  let end: HtmlNode | null = null
  walkNodes(root, (node) => {
    // Nested pairs say the same: the outermost end of the innermost start covers all of them.
    if (end === null && isMarker(node, 'contentstart', startComment)) start = node
    else if (start !== null && end === null && isMarker(node, 'contentend', endComment)) end = node
    return true
  })
  return start === null || end === null ? null : clipRegion(start, end)
}

// Boxes of platforms many sites run on: JCMS, TRS, UCAP, Visual SiteBuilder, Sudy, WeChat; schema.org's own property.
const boxIds = new Set(['zoom', 'ucap-content', 'vsb_content', 'vsb_content_2', 'js_content'])
const boxClasses =
  /(?:^|\s)(?:trs_editor|trs_ueditor|trs_editor_view|view trs_ueditor|v_news_content|wp_articlecontent|founder-content)(?:\s|$)/

const isBox = (element: HtmlElement): boolean =>
  boxIds.has(getAttribute(element, 'id').toLowerCase()) ||
  element.name === 'ucapcontent' ||
  boxClasses.test(getAttribute(element, 'class').toLowerCase()) ||
  getAttribute(element, 'itemprop').toLowerCase() === 'articlebody'

// WeChat hides its text by `visibility` until its script has run.
const isShown = (element: HtmlElement) => !getStyle(element, 'display').startsWith('none')

const hanMin = 10

const isFilled = (element: HtmlElement): boolean =>
  countHan(toRawText(element).slice(0, 20_000)) >= hanMin ||
  listElements(element, ({ name }) => name === 'img' || name === 'table' || name === 'video').length > 0

const findCommonAncestor = (elements: readonly HtmlElement[]): HtmlElement | null => {
  let common: HtmlElement | null = elements[0]?.parent ?? null
  while (common !== null && !elements.every((element) => common !== null && isInside(element, common))) common = common.parent
  return common
}

const findBox = (root: HtmlElement): ContentRegion | null => {
  const boxes = listElements(root, (element) => isBox(element) && isShown(element) && isFilled(element))
  const outer = boxes.filter((box) => !boxes.some((other) => other !== box && isInside(box, other)))
  const [only] = outer
  if (only === undefined) return null
  if (outer.length === 1) return toRegion(only, 'marked')
  const common = findCommonAncestor(outer)
  // Several boxes beside each other are one text; boxes all over a page are no answer.
  return common === null || outer.some((box) => box.parent !== common && box.parent?.parent !== common) ? null : toRegion(common, 'marked')
}

/** The article where its platform says it is: between the markers of JCMS and others, or in a box that belongs to the platform. */
export const findMarkedContent = (root: HtmlElement): ContentRegion | null => {
  const between = findBetweenMarkers(root)
  if (between !== null && isFilled(between.element)) return between
  return findBox(root)
}

/** Whether the class or id belongs to something beside an article: comments, lists, advertisements, footers. */
export const isForeignHint = (element: HtmlElement): boolean =>
  /(?:^|[\s_-])(?:comments?|cmt|pinglun|reply|related|relate|recommend|tuijian|side-?bar|aside|footer|foot|bottom|copyright|nav|menu|rank(?:ing)?|hot|advert|guanggao|share|bdshare|bshare|toolbar|login|search|qrcode|breadcrumbs?|crumbs?)(?:$|[\s_-])/.test(
    toHint(element),
  )
