import { expect } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const example = readExample('kicker-title-subtitle')
const path = `/articles/${example.id}`

test.describe('reading', () => {
  test('leads from home over the lead story to its text and back to its channel', async ({ page }) => {
    await page.goto('/')
    await page.locator('main a[href^="/articles/"]').first().click()
    await expect(page).toHaveURL(/\/articles\/[a-z0-9]+$/)
    await expect(page.locator('main article h1')).toBeVisible()
    await expect(page.locator('main article .prose p').first()).toBeVisible()
    await page.getByRole('navigation', { name: '当前位置' }).getByRole('link').last().click()
    await expect(page).toHaveURL(/\/zwzx\/|\/[a-z]+\//)
    await expect(page.locator('main h1')).toBeVisible()
  })

  test('shows the title as printed, the trail, the date, the source and the author', async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(example.content.fullTitle)
    await expect(page.getByRole('navigation', { name: '当前位置' }).getByRole('link')).toHaveText(['首页', '政务资讯', '综合新闻'])
    const facts = page.locator('main article dl').first()
    await expect(facts).toContainText('2026-11-20')
    await expect(facts).toContainText(example.content.source?.name ?? '')
    await expect(facts.getByRole('link', { name: '林溪石' })).toBeVisible()
  })

  test('sends the text once, and one script, which is our own', async ({ page, request }) => {
    const scripts: string[] = []
    page.on('request', (sent) => {
      if (sent.resourceType() === 'script') scripts.push(new URL(sent.url()).pathname)
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(scripts).toEqual([expect.stringMatching(/^\/assets\/enhancement\.[0-9a-f]+\.js$/)])
    const html = await (await request.get(path)).text()
    expect(html.split('桥还是那座桥').length - 1).toBe(1)
    expect(html).not.toContain('__NEXT_DATA__')
    expect(html).not.toMatch(/<script(?![^>]*(?:src="\/assets\/enhancement|type="application\/ld\+json"))/)
  })

  test('is all there with script switched off', async ({ browser, gazette }) => {
    const context = await browser.newContext({ baseURL: gazette.siteUrl, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(path)
    await expect(page.locator('.prose p').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '朗读' })).toBeHidden()
    await page.goto('/')
    await page.getByRole('searchbox').fill('桥头议事')
    await page.getByRole('search').getByRole('button').click()
    await expect(page.locator('main a[href^="/articles/"]').first()).toBeVisible()
    await context.close()
  })

  test('carries the names of the government standard for web pages', async ({ page }) => {
    const meta = (name: string) => page.locator(`meta[name="${name}"]`)
    await page.goto(path)
    for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource']) {
      await expect(meta(name), name).toHaveCount(1)
    }
    await expect(meta('ArticleTitle')).toHaveAttribute('content', example.content.fullTitle)
    await expect(meta('PubDate')).toHaveAttribute('content', /^2026-11-20 08:00/)
    await page.goto('/zwzx/zhxw/')
    for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnName', 'ColumnType', 'ColumnDescription', 'ColumnKeywords']) {
      await expect(meta(name), name).toHaveCount(1)
    }
  })

  test('prints the article and leaves the furniture on the screen', async ({ page }) => {
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('main article h1')).toBeVisible()
    await expect(page.locator('.prose p').last()).toBeVisible()
    await expect(page.getByRole('navigation', { name: '主要栏目' })).toBeHidden()
    await expect(page.getByRole('searchbox')).toBeHidden()
    await expect(page.getByRole('button', { name: '大', exact: true })).toBeHidden()
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/)
  })
})
