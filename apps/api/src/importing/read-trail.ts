import { collectLines, type Line } from './collect-lines.ts'
import { type HtmlElement, listElements, toHint } from './html-tree.ts'
import { toBare, toLine } from './text-shape.ts'

const place =
  /(?:您|你)?(?:当前|现在|目前|所在|的)?所?(?:在)?的?位置(?:是|为)?[\s\u3000]{0,4}[:：]?|当前(?:栏目|页面)[:：]|您(?:现在|当前)?(?:所)?在[:：]/
const strokes = /\s*(?:>+|＞+|»|›|→|⟩|❯|&gt;)\s*/
const weakStrokes = /\s+[-–—/|｜]\s+|\s*(?:\/|::|｜|\\)\s*|\t/
const last = /^(?:(?:文章|新闻|信息|内容)?(?:正文|内容|详情|详细|详细内容|详细信息)|(?:查看|阅读|浏览)(?:文章|新闻|信息)?|文章|详细页)$/
const itemLengthMax = 30

const splitTrail = (text: string): string[] => {
  const bySign = text.split(strokes)
  return (bySign.length > 1 ? bySign.flatMap((part) => part.split('\t')) : text.split(weakStrokes))
    .map(toLine)
    .filter((item) => item !== '')
}

/** Items of a trail without its last stop (正文, the title) and without what merely stands beside it. */
const cleanTrail = (items: readonly string[], title: string): string[] => {
  const cleaned: string[] = []
  for (const item of items) {
    if (item.length > itemLengthMax || last.test(item) || toBare(item) === toBare(title)) break
    if (/^(?:搜索|检索|返回|网站地图|设为首页)$/.test(item)) break
    cleaned.push(item)
  }
  return cleaned
}

const readLabelled = (lines: readonly Line[]): string[] => {
  for (const [at, line] of lines.entries()) {
    const label = line.plain.length <= 200 ? place.exec(line.text) : null
    if (label === null || label.index > 6) continue
    let text = line.text.slice(label.index + label[0].length)
    // The rest of a trail may stand on the following lines: cells of a table, or a copy that broke at the strokes.
    for (const next of lines.slice(at + 1, at + 8)) {
      const continues = /^[>＞»›]/.test(next.plain) || /[>＞»›]$/.test(toLine(text)) || toLine(text) === ''
      if (!continues || next.plain.length > 100) break
      text += `\t${next.text}`
    }
    const items = splitTrail(text)
    if (items.length > 0) return items
  }
  return []
}

const trailHint = /bread-?crumb|(?:^|[\s_-])(?:crumbs?|bread|mbx|mianbaoxie|position|location|weizhi|dqwz|curpos|current|path)(?:$|[\s_-])/

const readHinted = (root: HtmlElement): string[] => {
  const [element] = listElements(root, (candidate) => trailHint.test(toHint(candidate)) && candidate.name !== 'a')
  if (element === undefined) return []
  const lines = collectLines(element)
  const text = lines.map((line) => line.text).join('\t')
  return text.length > 200 ? [] : splitTrail(text)
}

const readByShape = (lines: readonly Line[]): string[] => {
  const line = lines.find(
    ({ plain }) =>
      plain.length <= 100 && /^(?:网站|本站)?(?:首页|主页|Home)\s*(?:>|＞|»|›|→|\/|-|—|·)/i.test(plain) && !/[。！？]/.test(plain),
  )
  return line === undefined ? [] : splitTrail(line.plain)
}

/**
 * The breadcrumb trail of a page, from its home page down, without the article itself: labelled (当前位置：首页 > 要闻), marked
 * as one by its markup, or a line of that shape before the title. Empty when there is none.
 */
export const readTrail = (root: HtmlElement | null, before: readonly Line[], title: string): string[] => {
  const labelled = cleanTrail(readLabelled(before), title)
  if (labelled.length > 0) return labelled
  const hinted = root === null ? [] : cleanTrail(readHinted(root), title)
  return hinted.length > 0 ? hinted : cleanTrail(readByShape(before), title)
}

/** Whether a line is a breadcrumb trail or its label. */
export const isTrailLine = (line: Pick<Line, 'plain'>): boolean =>
  line.plain.length <= 150 &&
  !/[。！？]/.test(line.plain) &&
  ((place.exec(line.plain)?.index ?? 99) <= 6 ||
    /^(?:(?:网站|本站)?(?:首页|主页)\s*(?:[-–—/·|]\s*\S|$)|(?:首页|主页)?\s*[>＞»›])/.test(line.plain))
