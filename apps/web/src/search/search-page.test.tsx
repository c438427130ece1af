import type { ChannelNode } from '@gazette/schema/channel'
import { describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../content-api/search-answer.ts'
import { render, toText } from '../testing/markup.ts'
import { exampleSite, getExample } from '../testing/read-examples.ts'
import type { SearchView } from './load-search.ts'
import { SearchPage } from './search-page.tsx'
import { noConditions, type SearchQuestion } from './search-question.ts'

const channel = { id: 'c1', path: 'zwzx', name: '政务资讯', children: [] } as unknown as ChannelNode
const frame = { site: exampleSite, channels: [channel], hasLeavingNotice: true }
const show = (view: Partial<Omit<SearchView, 'question'>>, question: Partial<SearchQuestion> = {}) =>
  render(
    <SearchPage
      frame={frame}
      view={{
        kind: 'search',
        question: { ...noConditions, q: '协商', sort: 'relevance', ...question },
        wrongDays: {},
        number: 1,
        pageCount: 1,
        answer: null,
        problem: null,
        ...view,
      }}
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
  facets: {
    channels: [],
    kinds: [
      { value: 'news', name: 'news', count: 40 },
      { value: 'essay', name: 'essay', count: 1 },
    ],
    sources: [{ value: '市政协', name: '市政协', count: 41 }],
    topics: [],
    years: [
      { value: '2024', name: '2024', count: 30 },
      { value: '2025', name: '2025', count: 11 },
    ],
  },
  suggestion: null,
}

describe('SearchPage', () => {
  it('marks what was found and lets nothing become markup', () => {
    expect(show({ answer })).toContain('&lt;b&gt;<mark>协商</mark>')
  })

  it('echoes the question as text', () => {
    const markup = show({}, { q: '<script>alert(1)</script>' })
    expect(markup).not.toContain('<script>alert')
    expect(toText(markup)).toContain('搜索“<script>alert(1)</script>”')
  })

  it('pages through the hits in the order and with the conditions that were chosen', () => {
    const markup = show({ answer, pageCount: 3 }, { sort: 'time', channel: 'zwzx' })
    expect(markup).toContain('href="/search?q=%E5%8D%8F%E5%95%86&amp;channel=zwzx&amp;sort=time&amp;page=2"')
    expect(markup).toMatch(/aria-current="true">最新在前/)
  })

  it('narrows by what was found, with counts, and offers nothing that would change nothing', () => {
    const markup = show({ answer })
    expect(markup).toContain('href="/search?q=%E5%8D%8F%E5%95%86&amp;kind=news">新闻<span class="count">40</span>')
    expect(markup).toContain('from=2025-01-01&amp;to=2025-12-31">2025 年')
    expect(markup).not.toContain('source=')
  })

  it('drops each condition by itself', () => {
    const markup = show({ answer }, { channel: 'zwzx', kind: 'news' })
    expect(markup).toMatch(/href="\/search\?q=[^"&]+&amp;kind=news" aria-label="取消条件：栏目：政务资讯"/)
    expect(markup).toMatch(/href="\/search\?q=[^"&]+&amp;channel=zwzx" aria-label="取消条件：类型：新闻"/)
  })

  it('is one form that needs no script and keeps what was chosen', () => {
    const markup = show({ answer }, { channel: 'zwzx', from: '2024-01-01', sort: 'oldest', topic: 'water' })
    expect(markup).toContain('action="/search" method="get"')
    expect(markup).toContain('<option value="zwzx" selected="">政务资讯')
    expect(markup).toMatch(/name="from" value="2024-01-01"|value="2024-01-01" [^>]*name="from"|name="from"[^>]*value="2024-01-01"/)
    expect(markup).toContain('<input type="hidden" name="sort" value="oldest"/>')
    expect(markup).toContain('<input type="hidden" name="topic" value="water"/>')
  })

  it('offers what was probably meant when nothing was found, and to look everywhere', () => {
    const markup = show({ answer: { ...answer, data: [], total: 0, suggestion: '协商民主' } }, { kind: 'essay' })
    expect(toText(markup)).toContain('没有找到相关文章')
    expect(markup).toContain('href="/search?q=%E5%8D%8F%E5%95%86%E6%B0%91%E4%B8%BB&amp;kind=essay"')
    expect(markup).toContain('href="/search?q=%E5%8D%8F%E5%95%86">去掉条件')
  })

  it('says in place what is wrong with a date', () => {
    const markup = show({ wrongDays: { to: '截止日期早于起始日期' } }, { from: '2025-01-01', to: '2024-01-01' })
    expect(markup).toMatch(/aria-invalid="true" aria-describedby="search-to-error"/)
  })

  it('says so when there is no search, or when it cannot take the question', () => {
    expect(toText(show({ problem: 'closed' }))).toContain('搜索服务暂未开放')
    expect(toText(show({ problem: 'refused' }))).toContain('这样的问题无法搜索')
  })
})
