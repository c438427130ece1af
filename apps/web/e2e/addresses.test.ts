import { expect } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

test.describe('addresses', () => {
  test('that never were answer 404 with a way on', async ({ page }) => {
    const response = await page.goto('/no/such/page')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: '没有找到这个页面' })).toBeVisible()
    await expect(page.locator('main a').first()).toBeVisible()
  })

  test('of removed articles answer 410 with the reason, and not the text', async ({ page }) => {
    const removed = readExample('removed')
    const response = await page.goto(`/articles/${removed.id}`)
    expect(response?.status()).toBe(410)
    await expect(page.locator('main')).toContainText(removed.reason ?? '')
    await expect(page.locator('main .prose')).toHaveCount(0)
  })

  test('of withdrawn articles stay readable under a notice with the reason', async ({ page }) => {
    const withdrawn = readExample('withdrawn')
    const response = await page.goto(`/articles/${withdrawn.id}`)
    expect(response?.status()).toBe(200)
    await expect(page.locator('main article')).toContainText('本文已撤回')
    await expect(page.locator('main article')).toContainText(withdrawn.reason ?? '')
    await expect(page.locator('main .prose')).toBeVisible()
  })

  test('of drafts do not exist', async ({ request }) => {
    const response = await request.get(`/articles/${readExample('draft-unpublished').id}`)
    expect(response.status()).toBe(404)
  })

  test('of imported pages lead (308) to the article', async ({ request }) => {
    const { id, legacyUrls } = readExample('moved-from-legacy-address')
    for (const url of legacyUrls) {
      const response = await request.get(new URL(url).pathname, { maxRedirects: 0 })
      expect([response.status(), response.headers()['location']], url).toEqual([308, expect.stringMatching(new RegExp(`/articles/${id}$`))])
    }
  })

  test('have one spelling: channels end in a slash and articles do not', async ({ request }) => {
    const { id } = readExample('notice')
    for (const [spelling, address] of [
      ['/zwzx/zhxw', '/zwzx/zhxw/'],
      [`/articles/${id}/`, `/articles/${id}`],
    ] as const) {
      const response = await request.get(spelling, { maxRedirects: 0 })
      expect(response.status(), spelling).toBe(308)
      expect(new URL(response.headers()['location'] ?? '', response.url()).pathname).toBe(address)
    }
  })
})
