import { describe, expect, it } from 'vitest'
import { buildTestApp, testApiUrl } from '../testing/build-test-app.ts'
import { readGuides } from './guides.ts'
import { referenceDocuments } from './reference-page.ts'

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

describe('the reference at /docs', () => {
  it('loads nothing from elsewhere', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const { statusCode, headers, body } = await app.inject('/docs')
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toMatch(/default-src 'self'/)
    expect((await app.inject('/docs/')).body).toBe(body)
    const addresses = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
    expect(addresses.length).toBeGreaterThan(3)
    for (const address of addresses) {
      expect(address).toMatch(/^\/\w/)
      expect((await app.inject(address)).statusCode, address).toBe(200)
    }
  })

  it('goes out compressed, its scripts too, and what is missing is not found', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    for (const { path, contentType } of referenceDocuments.filter(({ read }) => read().length > 2_000)) {
      for (const round of ['made', 'ready']) {
        const { headers, rawPayload } = await app.inject({ url: path, headers: { 'accept-encoding': 'br' } })
        expect(headers, round).toMatchObject({ 'content-encoding': 'br', 'content-type': contentType, vary: 'Accept-Encoding' })
        expect(rawPayload.length).toBeLessThan(600_000)
      }
    }
    expect((await app.inject('/docs/static/none.js')).statusCode).toBe(404)
    expect((await app.inject('/docs/static/..%2fpackage.json')).statusCode).toBe(404)
  })
})

describe('every page for developers', () => {
  it('has a strong ETag, says how it may be cached, answers 304 to its own ETag and HEAD with the headers of GET', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const pages = [
      ...referenceDocuments.map(({ path }) => path),
      '/docs/guides',
      '/docs/guides/start',
      '/docs/guides/start.md',
      '/llms.txt',
    ]
    for (const url of pages) {
      for (const round of ['made', 'ready']) {
        const { statusCode, headers } = await app.inject(url)
        // Images are sent one way to everybody.
        const isText = !url.endsWith('.png')
        const kept = { etag: headers.etag, 'cache-control': 'public, max-age=300', ...(isText && { vary: 'Accept-Encoding' }) }
        expect([statusCode, headers.etag], url).toEqual([200, expect.stringMatching(/^"[^"]+"$/)])
        const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
        expect([again.statusCode, again.body], `${url} ${round}`).toEqual([304, ''])
        expect(again.headers, url).toMatchObject(kept)
        const head = await app.inject({ url, method: 'HEAD' })
        expect([head.statusCode, head.body], url).toEqual([200, ''])
        expect(head.headers, url).toMatchObject({ ...kept, 'content-length': headers['content-length'] })
      }
    }
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
