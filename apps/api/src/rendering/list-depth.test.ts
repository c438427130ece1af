import type { Block, ListItem } from '@gazette/schema/block'
import { describe, expect, it } from 'vitest'
import { limitListDepth } from './list-depth.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'

const nested = (levels: number): ListItem[] => {
  let items: ListItem[] = []
  for (let level = levels; level > 0; level -= 1) items = [{ spans: [{ text: `第${level}级` }], items }]
  return items
}

describe('limitListDepth', () => {
  it('leaves a list of ordinary depth as it is', () => {
    expect(limitListDepth(nested(16))).toEqual(nested(16))
  })

  it('keeps the order of the entries it moves up', () => {
    const items = [
      { spans: [{ text: 'a' }], items: nested(2) },
      { spans: [{ text: 'b' }], items: [] },
    ]
    expect(limitListDepth(items, 1).map(({ spans }) => spans[0]?.text)).toEqual(['a', '第1级', '第2级', 'b'])
  })

  it('lets every rendering survive ten thousand levels, with all of their words', () => {
    const block: Block = { type: 'list', id: 'l', ordered: false, items: nested(10_000) }
    for (const render of [renderHtml, renderMarkdown, renderText]) expect(render([block]).match(/第\d+级/g)).toHaveLength(10_000)
  })
})
