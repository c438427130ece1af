import type { Block } from '@gazette/schema/block'
import type { Span } from '@gazette/schema/span'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'
import { media, sampleBlocks, text } from './sample-blocks.ts'

const expectations: Record<Block['type'], string> = {
  paragraph: '会议指出，**深入**[**_学习_**](https://example.org/a?b=1\\&c=2)GDP增长\\\n换行\n',
  heading: '## 一、总体要求\n',
  list: '1. 第一\n   1. 其一\n2. 第二\n',
  quote: '> 绿水青山就是金山银山。\n>\n> ——《人民日报》\n',
  table: '*表1 参会名单*\n\n| 界别 | 姓名 | |\n| - | - | - |\n| 经济 | 甲\\|乙 | 丙<br>丁 |\n| | 戊 | |\n',
  image: '![会场](https://example.org/media/m1.jpg)\n\n*会议现场 王某 摄*\n',
  gallery: '![一](https://example.org/media/m1.jpg)\n\n*图一*\n\n![二](https://example.org/media/m2.jpg)\n\n*组图*\n',
  video: '[视频：视频报道](https://example.org/v.mp4)\n\n> 第一句\\\n> 第二句\n',
  audio: '[音频：a.mp3](https://example.org/a.mp3)\n',
  file: '[委员名单](https://example.org/f.pdf)（PDF，1.2 MB）\n',
  embed: '[直播回放](https://video.example.com/1)（某平台）\n',
  callout: '> **提示**\n>\n> 报名已截止。\n',
  divider: '---\n',
}

describe('renderMarkdown', () => {
  it.each(Object.values(sampleBlocks))('writes a $type block as Markdown', (block) => {
    expect(renderMarkdown([block])).toBe(expectations[block.type])
  })

  it('gives a table without a header row the empty one GFM asks for', () => {
    const rows = [[{ spans: text('甲'), columnSpan: 1, rowSpan: 1 }]]
    expect(renderMarkdown([{ type: 'table', id: 't', caption: null, headerRows: 0, headerColumns: 0, rows }])).toBe('| |\n| - |\n| 甲 |\n')
  })

  it('writes no link and no image for an address a reader must not follow', () => {
    const url = 'javascript:alert(1)'
    expect(
      renderMarkdown([
        { type: 'paragraph', id: 'p', spans: [{ text: '字', href: url }] },
        { type: 'image', id: 'i', media: media({ url }), alt: '图', caption: null, credit: null },
      ]),
    ).toBe('字\n\n图\n')
  })

  it('makes relative links absolute when it knows its page', () => {
    const blocks: Block[] = [{ type: 'paragraph', id: 'p', spans: [{ text: '见', href: '/about' }] }]
    expect(renderMarkdown(blocks, { baseUrl: 'https://example.org/articles/a' })).toBe('[见](https://example.org/about)\n')
  })

  it('sets emoji beside Chinese in bold so that every parser sees it', () => {
    const spans: Span[] = [{ text: '中' }, { text: '😀', marks: ['strong'] }, { text: '文' }]
    expect(renderMarkdown([{ type: 'paragraph', id: 'p', spans }])).toBe('&#x4E2D;**&#x1F600;**&#x6587;\n')
  })
})
