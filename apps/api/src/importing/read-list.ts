import type { ListItem } from '@gazette/schema/block'
import { type Draft, joinLines } from './draft-block.ts'
import type { HtmlElement } from './html-tree.ts'
import type { Report } from './report.ts'
import type { ConvertElement } from './to-drafts.ts'

const toItem = (drafts: readonly Draft[]): ListItem | null => {
  const lines: ListItem['spans'][] = []
  const items: ListItem[] = []
  for (const draft of drafts) {
    if (draft.type === 'text') lines.push(draft.spans)
    else if (draft.type === 'block' && draft.block.type === 'list') items.push(...draft.block.items)
    else return null
  }
  return { spans: joinLines(lines), items }
}

/**
 * A list as a list block. A list whose entries hold images, tables or headings is layout: its contents come out as they are.
 */
export const readList = (element: HtmlElement, convert: ConvertElement, report: Report): Draft[] => {
  const items: ListItem[] = []
  const all: Draft[] = []
  let plain = true
  const entries = element.children.filter((child) => child.kind !== 'comment' && !(child.kind === 'text' && child.text.trim() === ''))
  for (const entry of entries) {
    const drafts = convert(entry.kind === 'element' && entry.name === 'li' ? entry : { ...element, children: [entry] })
    all.push(...drafts)
    const item = toItem(drafts)
    plain &&= item !== null && drafts.every((draft) => draft.type !== 'text' || draft.level === null)
    if (item === null) continue
    if (item.spans.length > 0) items.push(item)
    else if (item.items.length > 0) (items.at(-1)?.items ?? items).push(...item.items)
    else report.count('empty-paragraphs')
  }
  if (!plain) return all
  return items.length === 0 ? [] : [{ type: 'block', block: { type: 'list', ordered: element.name === 'ol', items } }]
}
