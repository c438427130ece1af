import { expect } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { allFaults, startFaultyApi } from './harness/start-faulty-api.ts'
import { type Site, startSite } from './harness/start-site.ts'
import { test } from './harness/test.ts'

test.describe('the site while the API is away', () => {
  test('shows the last good page, says so where it has none, and recovers by itself', async ({ gazette, request }) => {
    const known = `/articles/${readExample('meeting-minutes').id}`
    // Too old to be among those a new process makes by itself.
    const unknown = `/articles/${readExample('old-article').id}`
    const before = await request.get(known)
    expect(before.status()).toBe(200)
    await gazette.stopApi()
    try {
      const during = await request.get(known)
      expect(during.status()).toBe(200)
      expect(await during.text()).toBe(await before.text())
      const unavailable = await request.get(unknown)
      expect(unavailable.status()).toBe(503)
      expect(unavailable.headers()['retry-after']).toMatch(/^\d+$/)
      expect(await unavailable.text()).toContain('暂时无法显示')
    } finally {
      await gazette.startApi()
    }
    await expect.poll(async () => (await request.get(unknown)).status(), { timeout: 20_000 }).toBe(200)
  })
})

/** Of the articles, one that no other file asks for: it is withdrawn below. */
const known = ['/', '/zwzx/zhxw/', `/articles/${readExample('meeting-minutes').id}`, '/feed.rss', '/sitemap.xml', '/opensearch.xml']
const neverAsked = [`/articles/${readExample('repealed-document').id}`, '/zwzx/feed.atom', '/no/such/page', '/topics/qiao-tou-yi-shi']
const patienceMilliseconds = 1500

test('whatever the API suffers from, known pages are shown at once as they were, nothing is called missing, and all recovers by itself', async ({
  gazette,
}) => {
  test.setTimeout(90_000)
  const api = await startFaultyApi(gazette.apiUrl)
  const site = await startSite({ ...gazette, env: { ...gazette.env, API_URL: api.url } })
  const read = async (path: string) => {
    const response = await fetch(site.url + path, { redirect: 'manual' })
    return { status: response.status, etag: response.headers.get('etag'), text: await response.text(), headers: response.headers }
  }
  const isFollowing = () =>
    site
      .lines()
      .findLast((line) => /following|lost/.test(line))
      ?.includes('following') ?? false
  try {
    await expect.poll(isFollowing).toBe(true)
    const before = await Promise.all(known.map(read))
    expect(before.map(({ status }) => status)).toEqual(known.map(() => 200))
    for (const fault of allFaults) {
      api.suffer(fault)
      await expect.poll(isFollowing, { timeout: 20_000 }).toBe(false)
      for (const [index, path] of known.entries()) {
        const since = performance.now()
        const during = await read(path)
        const told = `${path} while the API ${fault}`
        expect([during.status, during.etag, during.text], told).toEqual([200, before[index]?.etag, before[index]?.text])
        expect(during.headers.get('cache-control'), told).toBe('no-cache')
        expect(performance.now() - since, told).toBeLessThan(patienceMilliseconds)
      }
      for (const { status, text, headers } of await Promise.all(neverAsked.map(read))) {
        expect(status, `the API ${fault}`).toBe(503)
        expect(headers.get('retry-after')).toMatch(/^\d+$/)
        expect(headers.get('cache-control')).toBe('private, no-store')
        expect(text).toContain('暂时无法显示')
      }
    }
    const { code } = await gazette.run('withdraw', readExample('meeting-minutes').id, '--reason', '停机期间撤回')
    expect(code).toBe(0)
    api.suffer(null)
    await expect.poll(isFollowing, { timeout: 20_000 }).toBe(true)
    expect((await read(`/articles/${readExample('meeting-minutes').id}`)).text).toContain('停机期间撤回')
    expect(await Promise.all(neverAsked.map(async (path) => (await read(path)).status))).toEqual([200, 200, 404, 200])
  } finally {
    await site.stop()
    api.stop()
  }
})

test('a restart while the API is away shows the pages of before, byte for byte, and forgets what was removed meanwhile', async ({
  gazette,
}) => {
  test.setTimeout(60_000)
  const api = await startFaultyApi(gazette.apiUrl)
  const surroundings = { ...gazette, env: { ...gazette.env, API_URL: api.url } }
  const removed = `/articles/${readExample('work-report').id}`
  const isFollowing = (site: Site) => site.lines().some((line) => line.includes('following'))
  const read = async (site: Site, path: string) => {
    const response = await fetch(site.url + path)
    return { path, status: response.status, etag: response.headers.get('etag'), text: await response.text() }
  }
  const readAll = (site: Site) => Promise.all([...known, removed].map((path) => read(site, path)))
  try {
    const first = await startSite(surroundings)
    await expect.poll(() => isFollowing(first)).toBe(true)
    const before = await readAll(first)
    await first.stop()
    api.suffer('is away')
    const second = await startSite(surroundings)
    expect(await readAll(second)).toEqual(before)
    const { code } = await gazette.run('remove', readExample('work-report').id, '--reason', '停机期间移除')
    expect(code).toBe(0)
    api.suffer(null)
    await expect.poll(() => isFollowing(second), { timeout: 20_000 }).toBe(true)
    api.suffer('fails')
    expect((await read(second, removed)).status).toBe(503)
    api.suffer(null)
    await expect.poll(async () => (await read(second, removed)).status).toBe(410)
    await second.stop()
  } finally {
    api.stop()
  }
})

test.describe('a change', () => {
  test('is on the page within seconds of the operator making it', async ({ gazette, request }) => {
    const { id } = readExample('one-paragraph')
    const path = `/articles/${id}`
    expect(await (await request.get(path)).text()).not.toContain('本文已撤回')
    const { code, stderr } = await gazette.run('withdraw', id, '--reason', '数据有误')
    expect([code, stderr]).toEqual([0, ''])
    await expect.poll(async () => (await request.get(path)).text(), { timeout: 10_000 }).toContain('数据有误')
  })
})
