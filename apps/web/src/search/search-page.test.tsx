import { describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../content-api/search-answer.ts'
import { render, toText } from '../testing/markup.ts'
import { exampleSite, getExample } from '../testing/read-examples.ts'
import { SearchPage, type SearchView } from './search-page.tsx'

const frame = { site: exampleSite, channels: [], hasLeavingNotice: true }
const show = (view: Partial<SearchView>) =>
  render(
    <SearchPage
      frame={frame}
      view={{ kind: 'search', query: '协商', sort: 'relevance', number: 1, pageCount: 1, answer: null, isClosed: false, ...view }}
    />,
  )

const answer: SearchAnswer = {
  data: [
    {
      article: getExample('no-source'),
      score: 1,
      highlights: {
        title: [
          { text: '<b>', hit: false },
          { text: '协商', hit: true },
        ],
        body: [[{ text: '在协商中', hit: false }]],
      },
    },
  ],
  page: {},
  total: 41,
  totalIsExact: true,
  suggestion: null,
}

describe('SearchPage', () => {
  it('marks what was found and lets nothing become markup', () => {
    expect(show({ answer })).toContain('&lt;b&gt;<mark>协商</mark>')
  })

  it('echoes the question as text', () => {
    const markup = show({ query: '<script>alert(1)</script>' })
    expect(markup).not.toContain('<script>alert')
    expect(toText(markup)).toContain('搜索“<script>alert(1)</script>”')
  })

  it('pages through the hits in the order that was chosen', () => {
    const markup = show({ answer, sort: 'time', pageCount: 3 })
    expect(markup).toContain('href="/search?q=%E5%8D%8F%E5%95%86&amp;sort=time&amp;page=2"')
    expect(markup).toMatch(/aria-current="true">按时间/)
  })

  it('offers what was probably meant when nothing was found', () => {
    const markup = show({ answer: { ...answer, data: [], total: 0, suggestion: '协商民主' } })
    expect(toText(markup)).toContain('没有找到相关文章')
    expect(markup).toContain('href="/search?q=%E5%8D%8F%E5%95%86%E6%B0%91%E4%B8%BB"')
  })

  it('says so when there is no search', () => {
    expect(toText(show({ isClosed: true }))).toContain('搜索服务暂未开放')
  })
})
