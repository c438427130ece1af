import { expect, type Page } from '@playwright/test'
import { importSeedArticle } from './harness/import-seed-article.ts'
import { readLines } from './harness/line-edges.ts'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const punctuation = `/articles/${readExample('punctuation-trial').id}`
const paragraphs = '.prose > p'
const widths = [320, 360, 390, 412, 768, 1024, 1440]
/** W3C clreq, “Prohibition rules for line start and line end”. */
const notFirst = /^[，。、；：？！）》〉」』】〕］｝”’·～]/u
const notLast = /[（《〈“‘「『【〔［｛]$/u

const open = async (page: Page, path: string, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(path)
}

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

test.describe('Chinese text (W3C clreq)', () => {
  test.describe.configure({ timeout: 90_000 })

  test('is indented by two characters, by the style sheet and never by characters', async ({ page }) => {
    await open(page, punctuation, 1440)
    const size = Number.parseFloat(await styleOf(page, paragraphs, 'font-size'))
    expect(Number.parseFloat(await styleOf(page, paragraphs, 'text-indent'))).toBeCloseTo(size * 2, 1)
    const [first] = (await readLines(page, `${paragraphs}:nth-of-type(5)`))[0] ?? []
    expect(first?.indent).toBeCloseTo(2, 1)
    for (const text of await page.locator('.prose > *').allTextContents()) expect(text).not.toMatch(/^[\s\u3000\u00a0]/u)
    expect(await styleOf(page, '.prose .callout', 'text-indent')).toBe('0px')
  })

  test('has lines 1.75 to 1.9 characters high, both edges aligned, and strict line breaking', async ({ page }) => {
    await open(page, punctuation, 1440)
    const size = Number.parseFloat(await styleOf(page, paragraphs, 'font-size'))
    const leading = Number.parseFloat(await styleOf(page, paragraphs, 'line-height')) / size
    expect(leading).toBeGreaterThanOrEqual(1.75)
    expect(leading).toBeLessThan(1.91)
    for (const [property, value] of [
      ['text-align', 'justify'],
      ['line-break', 'strict'],
      ['word-break', 'normal'],
      ['overflow-wrap', 'anywhere'],
      ['text-autospace', 'normal'],
      ['text-spacing-trim', 'trim-start'],
      ['text-wrap-style', 'pretty'],
    ] as const) {
      expect(await styleOf(page, paragraphs, property), property).toBe(value)
    }
  })

  test('starts no line with a mark that closes and ends none with one that opens, at any width', async ({ page, gazette }) => {
    for (const path of [punctuation, await importSeedArticle(gazette)]) {
      for (const width of widths) {
        await open(page, path, width)
        const lines = (await readLines(page, '.prose :is(p, h2, h3, li)')).flat().map(({ text }) => text)
        expect(lines.length).toBeGreaterThan(10)
        expect(
          lines.filter((line) => notFirst.test(line)),
          `${path} at ${width}`,
        ).toEqual([])
        expect(
          lines.filter((line) => notLast.test(line)),
          `${path} at ${width}`,
        ).toEqual([])
      }
    }
  })

  test('never breaks —— and ……, which are two characters wide', async ({ page }) => {
    for (const width of widths) {
      await open(page, punctuation, width)
      for (const lines of await readLines(page, '.prose p')) {
        const text = lines.map((line) => line.text)
        const broken = text.filter((line, index) => /[—…]$/u.test(line) && text[index + 1]?.startsWith(line.at(-1) ?? ''))
        expect(broken, `at ${width}`).toEqual([])
      }
    }
    const [wide] = (await readLines(page, '.prose blockquote, .prose > p:nth-of-type(4)'))[0] ?? []
    // “真的吗？！”“真的！！”“……”“——”“？”: 26 places, less what adjoining marks give up; each of the two marks takes two.
    expect(wide?.width).toBeGreaterThan(13)
  })

  test('leaves no character alone on the last line of a paragraph', async ({ page, gazette }) => {
    for (const path of [punctuation, await importSeedArticle(gazette)]) {
      for (const width of widths) {
        await open(page, path, width)
        const lonely = (await readLines(page, paragraphs))
          .filter((lines) => lines.length > 1)
          .map((lines) => lines.at(-1)?.text ?? '')
          .filter((line) => line.replaceAll(/\p{P}/gu, '').length < 2 && line.length < 3)
        expect(lonely, `${path} at ${width}`).toEqual([])
      }
    }
  })

  test('has 34 to 42 characters a line on a desktop, and never more whatever size the reader chose', async ({ page, gazette }) => {
    const path = await importSeedArticle(gazette)
    for (const size of ['', 'text:large', 'text:largest']) {
      await page.context().clearCookies()
      if (size !== '') await page.context().addCookies([{ name: 'reading', value: size, url: gazette.siteUrl }])
      await open(page, path, 1440)
      const full = (await readLines(page, paragraphs)).flatMap((lines) => lines.slice(1, -1))
      const measure = Math.max(...full.map(({ width }) => width))
      if (size === '') expect(measure).toBeGreaterThanOrEqual(34)
      expect(measure, size).toBeLessThanOrEqual(42)
    }
  })

  test('has dots for emphasis and nothing italic, and says which words are English', async ({ page }) => {
    await open(page, punctuation, 1440)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans-CN')
    expect(await styleOf(page, '.prose em', 'font-style')).toBe('normal')
    expect(await styleOf(page, '.prose em', 'text-emphasis-style')).toContain('dot')
    await expect(page.locator('.prose [lang=en]')).toHaveText('e-mail')
    await open(page, `/articles/${readExample('all-inline-marks').id}`, 1440)
    const italic = await page
      .locator('body *:not(:lang(en))')
      .evaluateAll((elements) =>
        elements
          .filter((element) => getComputedStyle(element).fontStyle !== 'normal' && /\p{Script=Han}/u.test(element.textContent ?? ''))
          .map(({ outerHTML }) => outerHTML),
      )
    expect(italic).toEqual([])
  })

  test('asks for fonts with rare characters behind the common ones, and fetches none', async ({ page }) => {
    const fonts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url())
    })
    await open(page, `/articles/${readExample('rare-characters').id}`, 1440)
    const families = await styleOf(page, paragraphs, 'font-family')
    for (const family of ['SimSun-ExtB', 'HanaMinB', 'Plangothic P1']) expect(families).toContain(family)
    expect(families.indexOf('SimSun-ExtB')).toBeGreaterThan(families.indexOf('Noto Serif CJK SC'))
    expect(fonts).toEqual([])
  })
})
