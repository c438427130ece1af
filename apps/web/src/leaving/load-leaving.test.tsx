import { describe, expect, it } from 'vitest'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { OuterLinkContext } from '../site/outer-link-context.ts'
import { ReaderLink } from '../site/reader-link.tsx'
import { render } from '../testing/markup.ts'
import { openExampleApi } from '../testing/open-example-api.ts'
import { exampleSite, getExample } from '../testing/read-examples.ts'
import { LeavingPage } from './leaving-page.tsx'
import { findLeavingPath } from './leaving-path.ts'
import { loadLeaving } from './load-leaving.ts'

const url = 'https://news.example.net/a?b=1&c=2'
const article: ReaderArticle = {
  ...getExample('no-source'),
  source: { name: '某报', url: 'https://paper.example.net/' },
  body: [
    { type: 'paragraph', id: 'a', spans: [{ text: 'x', href: url }] },
    { type: 'embed', id: 'b', url: 'https://video.example.net/1', title: '视频', provider: null },
  ],
}
const api = openExampleApi([article])
const load = (query: Record<string, string>) => loadLeaving(api, query)

describe('loadLeaving', () => {
  it.each([url, 'https://paper.example.net/', 'https://video.example.net/1'])(
    'speaks of %s, which stands in the article',
    async (known) => {
      expect(await load({ article: article.id, url: known })).toMatchObject({ show: { url: known } })
    },
  )

  it.each([
    ['an address of somebody else', { article: article.id, url: 'https://evil.example/' }],
    ['a script', { article: article.id, url: 'javascript:alert(1)' }],
    ['no article', { article: 'nosuch', url }],
    ['half a question', { url }],
  ])('knows nothing of %s', async (_what, query) => {
    expect(await load(query as Record<string, string>)).toEqual({ missing: true })
  })
})

describe('LeavingPage', () => {
  it('names the target, leads there only when asked to, and gives nothing away', () => {
    const view = { kind: 'leaving' as const, article: { id: article.id, title: '题' }, url }
    const markup = render(<LeavingPage frame={{ site: exampleSite, channels: [], hasLeavingNotice: true }} view={view} />)
    expect(markup).toContain('>news.example.net<')
    expect(markup).toContain('href="https://news.example.net/a?b=1&amp;c=2" rel="noopener noreferrer external nofollow"')
    expect(markup).not.toMatch(/http-equiv|<script/)
  })
})

describe('ReaderLink', () => {
  const link = (href: string, articleId: string | null = 'abc') =>
    render(
      <OuterLinkContext value={{ siteUrl: 'https://www.example.org', articleId }}>
        <ReaderLink href={href}>x</ReaderLink>
      </OuterLinkContext>,
    )

  it('leads over the notice, or straight where there is none', () => {
    expect(link(url)).toContain(`href="/leaving?article=abc&amp;url=${encodeURIComponent(url)}"`)
    expect(link(url, null)).toContain('href="https://news.example.net/a?b=1&amp;c=2"')
  })

  it('marks only what leaves the site', () => {
    expect(link('https://www.example.org/about')).toBe('<a href="https://www.example.org/about">x</a>')
    expect(link('https://www.gov.cn/')).toContain('href="https://www.gov.cn/" class="elsewhere" rel="noopener noreferrer external"')
  })

  it('does not take a name that only ends like the government for the government', () => {
    expect(findLeavingPath('abc', 'https://evilgov.cn/', 'https://www.example.org')).not.toBeNull()
    expect(findLeavingPath('abc', 'https://gov.cn.evil.example/', 'https://www.example.org')).not.toBeNull()
    expect(findLeavingPath('abc', 'https://www.zj.gov.cn/x', 'https://www.example.org')).toBeNull()
  })
})
