import { describe, expect, it } from 'vitest'
import { buildTestApp, testApiUrl } from '../testing/build-test-app.ts'
import { readGuides } from './guides.ts'

const guides = readGuides(testApiUrl)

describe('the guides', () => {
  it.each(guides)('show $name as a page without scripts, in Chinese and English', async ({ name, title }) => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const page = await app.inject(`/docs/guides/${name}`)
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(page.body).toContain(`<title>${title} · Gazette</title>`)
    expect(page.body).not.toMatch(/<script|javascript:|style="/)
    expect(title).toMatch(/\p{Script=Han}.* · [A-Z]/u)
    const source = await app.inject(`/docs/guides/${name}.md`)
    expect(source.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(source.body).toMatch(new RegExp(`^# ${title}\\n`))
    expect((await app.inject({ url: `/docs/guides/${name}`, headers: { 'if-none-match': String(page.headers.etag) } })).statusCode).toBe(
      304,
    )
  })

  it('link only to what there is', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const pages = ['/docs/guides', ...guides.map(({ name }) => `/docs/guides/${name}`)]
    const links = new Set<string>()
    for (const page of pages) {
      const { body } = await app.inject(page)
      for (const [, href = ''] of body.matchAll(/href="([^"]+)"/g)) links.add(new URL(href, `${testApiUrl}${page}`).href)
    }
    expect([...links].filter((link) => link.endsWith('changes'))).toHaveLength(1)
    for (const { pathname } of [...links].map((link) => new URL(link)))
      expect((await app.inject(pathname)).statusCode, pathname).toBeLessThan(400)
  })

  it('ask the API of this installation', () => {
    expect(
      readGuides('https://news.example').every(
        ({ markdown }) => markdown.includes('https://news.example/v1') && !markdown.includes(testApiUrl),
      ),
    ).toBe(true)
  })
})

describe('/llms.txt', () => {
  it('names every guide as Markdown and the description of the API', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const { body, headers } = await app.inject('/llms.txt')
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(body).toMatch(/^# Gazette\n\n> /)
    for (const { name } of guides) expect(body).toContain(`${testApiUrl}/docs/guides/${name}.md`)
    for (const [, link = ''] of body.matchAll(/\]\(([^)]+)\)/g))
      expect((await app.inject(new URL(link).pathname)).statusCode, link).toBeLessThan(400)
  })
})
