import { createByteCache } from '@gazette/byte-cache/byte-cache'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import inject, { type InjectOptions } from 'light-my-request'
import { describe, expect, it } from 'vitest'
import { createRequestListener } from './handle-request.ts'
import { securityHeaders } from './security-headers.ts'

const html = (body: string, dependencies: string[] = []): MadeAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0' },
  body,
  dependencies,
})

const start = (render: (path: string) => Promise<MadeAnswer>, maximumBytes = 1_000_000) => {
  let now = 0
  const cache = createByteCache({ maximumBytes, now: () => now, staleSeconds: 86_400 })
  const errors: unknown[] = []
  const views: string[][] = []
  const listener = createRequestListener({
    cache,
    render,
    renderFor: async (path, { body, forwardedFor, editorToken }) => html([path, body, forwardedFor, editorToken].filter(Boolean).join(' ')),
    countView: async (articleId, { forwardedFor, userAgent }) => {
      views.push([articleId, forwardedFor, userAgent])
      return articleId === 'a' ? 7 : null
    },
    staticFiles: new Map([['/icon.svg', { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: '<svg/>', dependencies: [] }]]),
    securityHeaders: securityHeaders({ apiUrl: 'https://api.example.org/v', siteUrl: 'https://www.example.org' }),
    isSecure: true,
    patienceMilliseconds: () => 5,
    onError: (error) => errors.push(error),
  })
  const advance = (milliseconds: number) => {
    now += milliseconds
  }
  return { cache, errors, views, advance, ask: (options: InjectOptions) => inject(listener, options) }
}

describe('createRequestListener', () => {
  it('makes a page once for all its addresses', async () => {
    const rendered: string[] = []
    const site = start(async (path) => {
      rendered.push(path)
      return html('<p>正文</p>')
    })
    const urls = ['/articles/a', '/articles/a?utm_source=x', '/articles/a?fs=l']
    const answers = await Promise.all(urls.map((url) => site.ask({ method: 'GET', url })))
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(urls.map(() => [200, '<p>正文</p>']))
    expect(rendered).toEqual(['/articles/a'])
  })

  it('makes a page nobody had asked for once for a crowd', async () => {
    let made = 0
    const site = start(async () => {
      made += 1
      await new Promise((resolve) => setImmediate(resolve))
      return html('<p>正文</p>'.repeat(200))
    })
    const crowd = Array.from({ length: 300 }, () => site.ask({ method: 'GET', url: '/', headers: { 'accept-encoding': 'br' } }))
    const answers = await Promise.all(crowd)
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(made).toBe(1)
  })

  it('never makes the home page again however many articles a crawler reads, and keeps no more bytes than it may', async () => {
    const made = new Map<string, number>()
    const site = start(async (path) => {
      made.set(path, (made.get(path) ?? 0) + 1)
      return html(`<p>${path}</p>`.repeat(200))
    }, 500_000)
    const articles = 2000
    for (let article = 0; article < articles; article += 1) {
      await site.ask({ method: 'GET', url: `/articles/a${article}` })
      // A reader now and then, as often as one page of the crawl in twenty.
      if (article % 20 === 0) await site.ask({ method: 'GET', url: '/' })
      expect(site.cache.statistics().bytes).toBeLessThanOrEqual(500_000)
    }
    expect(made.get('/')).toBe(1)
    expect(site.cache.statistics().evicted).toBeGreaterThan(articles / 2)
  })

  it('answers HEAD as GET without the body, and 304 to who has the page', async () => {
    const site = start(async () => html('<p>正文</p>'))
    const get = await site.ask({ method: 'GET', url: '/' })
    const head = await site.ask({ method: 'HEAD', url: '/' })
    expect(head.body).toBe('')
    expect(head.headers['etag']).toBe(get.headers['etag'])
    const again = await site.ask({ method: 'GET', url: '/', headers: { 'if-none-match': String(get.headers['etag']) } })
    expect(again.statusCode).toBe(304)
  })

  it('shows the last good page when a new one cannot be made', async () => {
    let isDown = false
    const site = start(async () => {
      if (isDown) throw new Error('API down')
      return html('good', ['list'])
    })
    await site.ask({ method: 'GET', url: '/' })
    isDown = true
    site.cache.dropAll()
    const answer = await site.ask({ method: 'GET', url: '/' })
    expect([answer.statusCode, answer.body]).toEqual([200, 'good'])
  })

  it('lets nobody wait for a slow API who can have the last good page', async () => {
    let isSlow = false
    const site = start(async () => (isSlow ? new Promise<never>(() => {}) : html('good', ['list'])))
    await site.ask({ method: 'GET', url: '/' })
    isSlow = true
    site.cache.dropAll()
    expect((await site.ask({ method: 'GET', url: '/' })).body).toBe('good')
  })

  it('says calmly that a page cannot be shown, and recovers', async () => {
    let isDown = true
    const site = start(async () => {
      if (isDown) throw new Error('secret detail at /srv/x.ts:1')
      return html('good')
    })
    const answer = await site.ask({ method: 'GET', url: '/' })
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('10')
    expect(answer.body).toContain('暂时无法显示')
    expect(answer.body).not.toContain('secret')
    expect(site.errors).toHaveLength(1)
    isDown = false
    site.advance(2000)
    expect((await site.ask({ method: 'GET', url: '/' })).statusCode).toBe(200)
  })

  it('passes on that an article is seen by its own page, and answers with the number alone', async () => {
    const site = start(async () => html(''))
    const see = (id: string, headers = {}) =>
      site.ask({
        method: 'POST',
        url: `/articles/${id}/views`,
        headers: { 'user-agent': 'Mozilla/5.0', ...headers },
        remoteAddress: '203.0.113.9',
      })
    const answer = await see('a', { 'sec-fetch-site': 'same-origin' })
    expect([answer.statusCode, answer.json(), answer.headers['set-cookie']]).toEqual([200, { views: 7 }, undefined])
    expect(site.views).toEqual([['a', '203.0.113.9', 'Mozilla/5.0']])
    expect((await see('b')).statusCode).toBe(204)
    expect((await see('a', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect(site.views).toHaveLength(2)
  })

  it('makes a page for the editor who asks, and keeps it from everybody else', async () => {
    const site = start(async () => html('for everybody'))
    const cookie = `__Host-editor=gzt_${'0'.repeat(48)}`
    for (let round = 0; round < 2; round += 1) {
      const own = await site.ask({ method: 'GET', url: '/zwzx/', headers: { cookie } })
      expect(own.body).toContain('gzt_')
      expect((await site.ask({ method: 'GET', url: '/zwzx/' })).body).toBe('for everybody')
    }
    for (const wrong of ['__Host-editor=gzt_x', 'editor=1', 'xeditor=2'])
      expect((await site.ask({ method: 'GET', url: '/zwzx/', headers: { cookie: wrong } })).body).toBe('for everybody')
    expect((await site.ask({ method: 'GET', url: '/articles/a', headers: { cookie } })).body).toBe('for everybody')
  })

  it('refuses methods that change things', async () => {
    const answer = await start(async () => html('')).ask({ method: 'POST', url: '/' })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
  })

  it('keeps scripts to its own and pages out of foreign frames, on every answer', async () => {
    const site = start(() => Promise.reject(new Error('down')))
    for (const url of ['/', '/icon.svg', '/preferences.css', '//x', '/preferences/set?text=large']) {
      const { headers } = await site.ask({ method: 'GET', url })
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['content-security-policy']).not.toContain('unsafe-inline')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  const sendForm = (site: ReturnType<typeof start>, headers: Record<string, string>, payload = 'message=x', url = '/report') =>
    site.ask({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload })

  it('takes a form where there is one, and says whom it comes from', async () => {
    const site = start(async () => html(''))
    const answer = await sendForm(site, { 'x-forwarded-for': '203.0.113.9' })
    expect([answer.statusCode, answer.body]).toEqual([200, '/report message=x 203.0.113.9, 127.0.0.1'])
    expect((await sendForm(site, {}, 'x=y', '/articles/a')).statusCode).toBe(405)
  })

  it('refuses forms from other sites, of other types, and longer than anybody types', async () => {
    const site = start(async () => html(''))
    expect((await sendForm(site, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await sendForm(site, { 'content-type': 'application/json' })).statusCode).toBe(415)
    expect((await sendForm(site, {}, 'a'.repeat(70_000))).statusCode).toBe(413)
  })

  it('opens the form for errors with the page the reader came from', async () => {
    const rendered: string[] = []
    const site = start(async (path) => {
      rendered.push(path)
      return { ...html(''), headers: { 'cache-control': 'private, no-store' } }
    })
    const open = (referer?: string) =>
      site.ask({ method: 'GET', url: '/report', headers: { host: 'www.example.org', ...(referer && { referer }) } })
    await open('https://www.example.org/articles/abc')
    await open('https://www.example.org/zwzx/?page=2')
    await open('https://evil.example/x')
    expect(rendered).toEqual(['/report?article=abc', '/report?page=%2Fzwzx%2F%3Fpage%3D2', '/report'])
  })

  it('remembers a choice in a cookie and goes back to the page', async () => {
    const answer = await start(async () => html('')).ask({ method: 'GET', url: '/preferences/set?text=large&return=%2Farticles%2Fa' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers['location']).toBe('/articles/a')
    expect(answer.headers['set-cookie']).toContain('reading=text:large; Path=/')
  })

  it('goes back to a page whose address is not ASCII', async () => {
    const path = '/authors/%E5%86%AF%E6%A5%A0'
    const answer = await start(async () => html('')).ask({
      method: 'GET',
      url: `/preferences/set?text=large&return=${encodeURIComponent(path)}`,
    })
    expect(answer.headers['location']).toBe(path)
  })

  it('goes back to where the reader came from when the form does not say, but never to another site', async () => {
    const site = start(async () => html(''))
    const back = async (referer: string) =>
      (await site.ask({ method: 'GET', url: '/preferences/set?mode=elder', headers: { host: 'www.example.org', referer } })).headers[
        'location'
      ]
    expect(await back('https://www.example.org/zwzx/?page=2')).toBe('/zwzx/?page=2')
    expect(await back('https://evil.example/x')).toBe('/preferences')
    expect(await back('nonsense')).toBe('/preferences')
  })

  it('gives each reader a style sheet of their own, and everyone the same page', async () => {
    const site = start(async () => html('page'))
    const style = (cookie: string) => site.ask({ method: 'GET', url: '/preferences.css', headers: { cookie } })
    expect((await style('reading=scheme:dark')).body).toContain('color-scheme: dark')
    expect((await style('reading=text:largest')).body).toContain('--reading-size:1.875rem')
    const plain = await style('')
    expect(plain.body).toContain('[data-choice="text-medium"]')
    expect(plain.headers['cache-control']).toBe('private, no-cache')
    const pages = await Promise.all(['', 'reading=scheme:dark'].map((cookie) => site.ask({ method: 'GET', url: '/', headers: { cookie } })))
    expect(pages[0]?.headers['etag']).toBe(pages[1]?.headers['etag'])
    expect(pages[0]?.headers['vary']).toBe('Accept-Encoding')
  })
})
