import { brotliCompressSync, constants } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { importSeedArticle } from './harness/import-seed-article.ts'
import type { Gazette } from './harness/start-gazette.ts'
import { test } from './harness/test.ts'

const kilobyte = 1000
const budgets = { html: 30 * kilobyte, script: 10 * kilobyte, style: 15 * kilobyte, requests: 6 }

type Sent = { kind: string; url: string; bytes: number }

/** Everything the browser asks for on a cold visit, with its size as sent; what it asks for in vain counts, too. */
const visit = async (page: Page, path: string): Promise<Sent[]> => {
  const asked: Promise<Sent>[] = []
  page.on('request', (request) => {
    const sizeOf = async () => ((await request.response()) ? (await request.sizes()).responseBodySize : 0)
    asked.push(sizeOf().then((bytes) => ({ kind: request.resourceType(), url: request.url(), bytes })))
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  return Promise.all(asked)
}

const findOthers = (sent: readonly Sent[], { siteUrl, apiUrl }: Gazette): string[] =>
  sent.map(({ url }) => url).filter((url) => url.startsWith('http') && ![siteUrl, apiUrl].includes(new URL(url).origin))

const total = (sent: readonly Sent[], kind: string): number =>
  sent.filter((each) => each.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0)

declare global {
  interface Window {
    shifts: { observer: PerformanceObserver; sum: number }
    asked: boolean[]
  }
}

/** Watches from before the first byte; what was seen last is still in the observer when it is asked. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) window.shifts.sum += 'value' in entry ? Number(entry.value) : 0
    }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    window.shifts = { observer, sum: 0 }
    observer.observe({ type: 'layout-shift', buffered: true })
  })

const readShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { observer, sum } = window.shifts
    return observer.takeRecords().reduce((total, entry) => total + ('value' in entry ? Number(entry.value) : 0), sum)
  })

test.describe('the budget of the seed article, cold', () => {
  test.describe.configure({ timeout: 60_000 })

  test('is 30 kB of HTML, 15 kB of style, 10 kB of script of our own, six requests before images, no font, nobody else', async ({
    page,
    gazette,
  }) => {
    const path = await importSeedArticle(gazette)
    const sent = await visit(page, path)
    const sizes = {
      html: total(sent, 'document'),
      script: total(sent, 'script'),
      style: total(sent, 'stylesheet'),
      // That it is seen, the page tells when it is there with all its images.
      requests: sent.filter(({ kind, url }) => kind !== 'image' && !url.endsWith('/views')).length,
    }
    process.stdout.write(`按所发送的字节 as sent: ${JSON.stringify(sizes)}\n`)
    for (const [name, limit] of Object.entries(budgets)) {
      expect(sizes[name as keyof typeof budgets], name).toBeLessThanOrEqual(limit)
    }
    const html = await (await fetch(gazette.siteUrl + path)).text()
    const brotli = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
    expect(brotli).toBeLessThanOrEqual(budgets.html)
    expect(sent.filter(({ kind }) => kind === 'font')).toEqual([])
    expect(sent.filter(({ kind }) => kind === 'script').map(({ url }) => new URL(url).pathname)).toEqual([
      expect.stringMatching(/^\/assets\/enhancement\./),
    ])
    expect(findOthers(sent, gazette)).toEqual([])
    for (const sentence of new Set(await page.locator('.prose p').allInnerTexts())) {
      const [part = ''] = sentence.trim().split(/[，。“”]/u)
      if (part.length > 8) expect(html.split(part).length - 1, part).toBe(1)
    }
  })

  for (const [name, path] of [
    ['home', '/'],
    ['a channel', '/zwzx/zhxw/'],
    ['an article', null],
  ] as const) {
    for (const width of [390, 1440]) {
      test(`moves nothing while ${name} loads in a window ${width} pixels wide (CLS 0)`, async ({ page, gazette }) => {
        await page.setViewportSize({ width, height: 800 })
        await watchShifts(page)
        await page.goto(path ?? (await importSeedArticle(gazette)), { waitUntil: 'networkidle' })
        expect(await readShift(page)).toBe(0)
      })
    }
  }

  test('costs no layout of its own: where a channel stands is asked only in a frame that is laid out anyway', async ({ page, gazette }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.addInitScript(() => {
      let isInFrame = false
      window.asked = []
      const { requestAnimationFrame: request } = window
      window.requestAnimationFrame = (callback) =>
        request((time) => {
          isInFrame = true
          callback(time)
          isInFrame = false
        })
      const measure = Element.prototype.getBoundingClientRect
      Element.prototype.getBoundingClientRect = function () {
        if (this.closest('.main-nav')) window.asked.push(isInFrame)
        return measure.call(this)
      }
    })
    await page.goto(await importSeedArticle(gazette), { waitUntil: 'networkidle' })
    await expect.poll(() => page.evaluate(() => window.asked)).toEqual([true, true])
  })

  test('would notice a font, and whoever else is asked, though nobody is there', async ({ page, gazette }) => {
    const strange = '<style>@font-face{font-family:x;src:url(http://127.0.0.1:9/x.woff2)}p{font-family:x}</style><p>字</p>'
    await page.route('**/strange', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: strange }))
    const sent = await visit(page, '/strange')
    expect(sent.filter(({ kind }) => kind === 'font')).toHaveLength(1)
    expect(findOthers(sent, gazette)).toEqual(['http://127.0.0.1:9/x.woff2'])
  })

  test('would notice what moves', async ({ page }) => {
    await watchShifts(page)
    await page.goto('/')
    await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      await frame()
      const late = document.createElement('p')
      late.style.blockSize = '200px'
      document.body.prepend(late)
      await frame()
      await frame()
    })
    expect(await readShift(page)).toBeGreaterThan(0)
  })
})
