import { expect, type Page } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

/** Robots do not count, and a browser without a screen says that it is one. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
test.use({ userAgent })

const pathOf = (situation: string): string => `/articles/${readExample(situation).id}`

/** Notes how often the page tells that it is seen. */
const watch = (page: Page): string[] => {
  const told: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') told.push(new URL(request.url()).pathname)
  })
  return told
}

test.describe('how often an article was seen', () => {
  test('stands in its facts, and grows once for a reader, without a cookie', async ({ page }) => {
    const path = pathOf('policy')
    await page.goto(path)
    await expect(page.locator('.views')).toHaveText('1 次')
    await expect(page.locator('.views')).toBeVisible()
    await page.reload()
    await expect(page.locator('.views')).toHaveText('1 次')
    expect(await page.context().cookies()).toEqual([])
  })

  test('does not grow while the page is prepared or lies behind another', async ({ page }) => {
    const path = pathOf('speech')
    await page.addInitScript(() => {
      const state = { prerendering: true, visibilityState: 'hidden' }
      for (const name of ['prerendering', 'visibilityState'] as const) Object.defineProperty(document, name, { get: () => state[name] })
      addEventListener('show', (event) => {
        Object.assign(state, event instanceof CustomEvent ? event.detail : {})
        document.dispatchEvent(new Event('prerenderingchange'))
        document.dispatchEvent(new Event('visibilitychange'))
      })
    })
    const told = watch(page)
    const show = (detail: object) => page.evaluate((shown) => dispatchEvent(new CustomEvent('show', { detail: shown })), detail)
    await page.goto(path, { waitUntil: 'networkidle' })
    await show({ prerendering: false })
    expect(told).toEqual([])
    await show({ visibilityState: 'visible' })
    await expect(page.locator('.views')).toHaveText('1 次')
    await show({ visibilityState: 'visible' })
    expect(told).toEqual([`${path}/views`])
  })

  test('is not told while nobody has seen it, and counts no robot', async ({ browser, baseURL }) => {
    const path = pathOf('no-source')
    const context = await browser.newContext({ javaScriptEnabled: false, userAgent, ...(baseURL && { baseURL }) })
    const page = await context.newPage()
    await page.goto(path)
    await expect(page.locator('.facts')).toBeVisible()
    await expect(page.locator('.views')).toBeHidden()
    const robot = await context.request.post(`${path}/views`, { headers: { 'user-agent': 'Baiduspider/2.0' } })
    expect(await robot.json()).toEqual({ views: 0 })
    await context.close()
  })
})
