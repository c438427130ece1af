import { type Draft, toSpansText } from './draft-block.ts'
import { isText } from './flatten-drafts.ts'
import type { HtmlElement } from './html-tree.ts'
import { splitCredit } from './split-credit.ts'
import type { ConvertElement } from './to-drafts.ts'

const isCaption = (child: HtmlElement['children'][number]): child is HtmlElement => child.kind === 'element' && child.name === 'figcaption'

/** A `figure`: its caption goes to its last image; a figure around anything else comes out as it is. */
export const readFigure = (element: HtmlElement, convert: ConvertElement): Draft[] => {
  const captions = element.children.filter(isCaption)
  const drafts = convert({ ...element, children: element.children.filter((child) => !isCaption(child)) })
  const captionDrafts = captions.flatMap((caption) => convert(caption))
  const last = drafts.findLast((draft) => draft.type === 'image')
  if (last?.type !== 'image' || captionDrafts.length === 0 || !captionDrafts.every(isText)) return [...drafts, ...captionDrafts]
  const { caption, credit } = splitCredit(captionDrafts.map((draft) => toSpansText(draft.spans)).join('\n'))
  last.caption = caption
  last.credit = credit
  return drafts
}
