import type { Block } from '@gazette/schema/block'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderHtml } from './render-html.ts'
import { media, sampleBlocks, text } from './sample-blocks.ts'

const expectations: Record<Block['type'], string> = {
  paragraph:
    '<p>会议指出，<strong>深入</strong><a href="https://example.org/a?b=1&amp;c=2" rel="external noopener"><strong><em>学习</em></strong></a>' +
    '<span lang="en">GDP</span>增长<br>换行</p>',
  heading: '<h2 id="h1">一、总体要求</h2>',
  list: '<ol><li>第一<ol><li>其一</li></ol></li><li>第二</li></ol>',
  quote: '<figure><blockquote><p>绿水青山就是金山银山。</p></blockquote><figcaption>《人民日报》</figcaption></figure>',
  table:
    '<table><caption>表1 参会名单</caption>' +
    '<thead><tr><th scope="col">界别</th><th scope="colgroup" colspan="2">姓名</th></tr></thead>' +
    '<tbody><tr><th scope="rowgroup" rowspan="2">经济</th><td>甲|乙</td><td>丙<br>丁</td></tr><tr><td colspan="2">戊</td></tr></tbody></table>',
  image:
    '<figure><img src="https://example.org/media/m1.jpg" alt="会场" width="800" height="600" loading="lazy" decoding="async">' +
    '<figcaption>会议现场 <small>王某 摄</small></figcaption></figure>',
  gallery:
    '<figure>' +
    '<figure><img src="https://example.org/media/m1.jpg" alt="一" width="800" height="600" loading="lazy" decoding="async"><figcaption>图一</figcaption></figure>' +
    '<figure><img src="https://example.org/media/m2.jpg" alt="二" width="800" height="600" loading="lazy" decoding="async"></figure>' +
    '<figcaption>组图</figcaption></figure>',
  video:
    '<figure><video controls preload="metadata" src="https://example.org/v.mp4" poster="https://example.org/media/m1.jpg" width="800" height="600">' +
    '<a href="https://example.org/v.mp4" rel="external noopener">视频报道</a></video><figcaption>视频报道</figcaption>' +
    '<details><summary>文字稿</summary><p>第一句<br>第二句</p></details></figure>',
  audio:
    '<figure><audio controls preload="metadata" src="https://example.org/a.mp3">' +
    '<a href="https://example.org/a.mp3" rel="external noopener">a.mp3</a></audio></figure>',
  file: '<p><a href="https://example.org/f.pdf" rel="external noopener" type="application/pdf" download="名单.pdf">委员名单</a>（PDF，1.2 MB）</p>',
  embed: '<p><a href="https://video.example.com/1" rel="external noopener">直播回放</a>（某平台）</p>',
  callout: '<aside class="callout warning"><p><strong>提示</strong></p><p>报名已截止。</p></aside>',
  divider: '<hr>',
}

describe('renderHtml', () => {
  it.each(Object.values(sampleBlocks))('writes a $type block as semantic markup', (block) => {
    expect(renderHtml([block])).toBe(expectations[block.type])
  })

  it('puts each block on a line and leaves out those without content', () => {
    expect(renderHtml([sampleBlocks.heading, { type: 'paragraph', id: 'x', spans: [] }, sampleBlocks.divider])).toBe(
      '<h2 id="h1">一、总体要求</h2>\n<hr>',
    )
  })

  it('makes relative links absolute and calls only other sites external when it knows its page', () => {
    const spans = [
      { text: '站内', href: '/articles/a1' },
      { text: '注', href: '#n1' },
      { text: '站外', href: 'https://other.example/路' },
      { text: '信', href: 'mailto:a@example.org' },
    ]
    expect(renderHtml([{ type: 'paragraph', id: 'p', spans }], { baseUrl: 'https://example.org/articles/b2' })).toBe(
      '<p><a href="https://example.org/articles/a1">站内</a><a href="https://example.org/articles/b2#n1">注</a>' +
        '<a href="https://other.example/%E8%B7%AF" rel="external noopener">站外</a><a href="mailto:a@example.org">信</a></p>',
    )
  })

  it('keeps a link whole when only a part of it is set in bold', () => {
    const href = 'https://example.org/'
    expect(
      renderHtml(
        [
          {
            type: 'paragraph',
            id: 'p',
            spans: [
              { text: '甲', href },
              { text: '乙', href, marks: ['strong'] },
            ],
          },
        ],
        { baseUrl: href },
      ),
    ).toBe('<p><a href="https://example.org/">甲<strong>乙</strong></a></p>')
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    ' https://a.example',
    '//evil.example',
    'java\tscript:x',
    'vbscript:x',
  ])('writes no link and no source for %j', (url) => {
    const blocks: Block[] = [
      { type: 'paragraph', id: 'p', spans: [{ text: '字', href: url }] },
      { type: 'embed', id: 'e', url, title: '题', provider: null },
      { type: 'image', id: 'i', media: media({ url }), alt: '图', caption: null, credit: null },
      { type: 'video', id: 'v', media: media({ url }), poster: media({ url }), caption: '片', transcript: null },
      { type: 'file', id: 'f', media: media({ url }), title: '件' },
    ]
    expect(renderHtml(blocks)).toBe(
      '<p>字</p>\n<p>题</p>\n<figure>图</figure>\n<figure>片<figcaption>片</figcaption></figure>\n<p>件（JPG，2 KB）</p>',
    )
  })

  it('draws one row group when a header cell reaches into the body, so that no column shifts', () => {
    const cell = (value: string, rowSpan = 1) => ({ spans: text(value), columnSpan: 1, rowSpan })
    const rows = [[cell('甲', 2), cell('乙')], [cell('丙')]]
    expect(renderHtml([{ type: 'table', id: 't', caption: null, headerRows: 1, headerColumns: 0, rows }])).toBe(
      '<table><tbody><tr><th scope="col" rowspan="2">甲</th><th scope="col">乙</th></tr><tr><td>丙</td></tr></tbody></table>',
    )
  })

  it('lets no text out of its element or attribute', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</p><script>alert(1)</script>', '" onerror="x', "' onload='x", '<!--', ']]>', '&lt;', '\u0000<img src=x>', '\uD800'),
    )
    fc.assert(
      fc.property(hostile, (value) => {
        const markup = renderHtml([
          { type: 'image', id: 'i', media: media({ fileName: value }), alt: value, caption: value, credit: value },
          { type: 'callout', id: 'c', tone: 'note', title: value, spans: [{ text: value, language: value }] },
        ])
        const ours = /<\/?(?:figure|figcaption|small|aside|p|strong|br|img|span)(?: [a-z]+="[^"<>]*")*>/g
        const rest = markup.replace(ours, '')
        expect(rest).not.toMatch(/[<>"']/)
        expect(rest.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
        expect(markup.isWellFormed()).toBe(true)
        expect(markup).not.toMatch(/[^\P{Cc}\n\t]/u)
      }),
    )
  })
})
