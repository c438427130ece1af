import { expect } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

test.describe('the site while the API is away', () => {
  test('shows the last good page, says so where it has none, and recovers by itself', async ({ gazette, request }) => {
    const known = `/articles/${readExample('notice').id}`
    const unknown = `/articles/${readExample('year-boundary').id}`
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
