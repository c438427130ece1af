import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { importSeedArticle } from './harness/import-seed-article.ts'
import { pageKinds } from './harness/page-kinds.ts'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const modes = ['scheme:dark', 'scheme:contrast', 'scheme:yellow', 'mode:elder', 'text:largest.leading:loose']
const article = `/articles/${readExample('kicker-title-subtitle').id}`
/** WCAG 2.2, 1.4.12. */
const wideSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

for (const mode of modes) {
  test(`every kind of page meets WCAG 2.2 AA as far as axe can see, with ${mode}`, async ({ page, gazette }) => {
    test.setTimeout(180_000)
    await page.context().addCookies([{ name: 'reading', value: mode, url: gazette.siteUrl }])
    for (const [kind, path] of pageKinds) {
      await page.goto(path)
      const axe = new AxeBuilder({ page })
      // A scheme changes colours and nothing else.
      const { violations } = await (mode.startsWith('scheme:')
        ? axe.withRules(['color-contrast', 'link-in-text-block'])
        : axe.withTags(wcag22aa)
      ).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        kind,
      ).toEqual([])
    }
  })
}

test.describe('a reader who needs more', () => {
  for (const [kind, path] of [
    ['home', '/'],
    ['a channel', '/zwzx/zhxw/'],
    ['an article', article],
    ['a table', `/articles/${readExample('table-with-spans').id}`],
    ['the settings', '/preferences'],
  ] as const) {
    test(`loses nothing of ${kind} when the text is spaced wider, or the elder mode meets 320 pixels`, async ({ page, gazette }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(path)
      await page.addStyleTag({ content: wideSpacing }).catch(() =>
        page.evaluate((css) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(css)
          document.adoptedStyleSheets = [sheet]
        }, wideSpacing),
      )
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      const cut = await page.locator('main *, header *, footer *').evaluateAll((elements) =>
        elements
          .filter((element) => {
            const { overflowY, clipPath, webkitLineClamp } = getComputedStyle(element)
            // A teaser ends in an ellipsis at any spacing; its article has the rest.
            if (webkitLineClamp !== 'none') return false
            return (
              clipPath === 'none' &&
              ['hidden', 'clip'].includes(overflowY) &&
              element.scrollHeight > element.clientHeight + 1 &&
              element.clientHeight > 0
            )
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      )
      expect(cut).toEqual([])
      await page.context().addCookies([{ name: 'reading', value: 'mode:elder', url: gazette.siteUrl }])
      await page.goto(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'elder').toBeLessThanOrEqual(320)
    })

    test(`hits everything on ${kind}: targets are 24 pixels or stand apart`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).withRules(['target-size']).analyze()
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([])
    })

    test(`never loses sight of the focus on ${kind} behind something else`, async ({ page, gazette }) => {
      test.setTimeout(60_000)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(kind === 'an article' ? await importSeedArticle(gazette) : path)
      const hidden: string[] = []
      for (let step = 0; step < 250; step += 1) {
        await page.keyboard.press('Tab')
        const found = await page.evaluate(() => {
          const element = document.activeElement
          if (!element || element === document.body) return null
          const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
          return { name: element.outerHTML.slice(0, 80), isSeen: top !== null && (element.contains(top) || top.contains(element)) }
        })
        if (!found) break
        if (!found.isSeen) hidden.push(found.name)
      }
      expect(hidden).toEqual([])
    })
  }

  test('who forces colours still sees what is current and where the focus is', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(article)
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(focus).not.toBe('none')
    const current = page.locator('[aria-current]').first()
    expect(await current.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  })

  test('who wants less motion gets none', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of ['/', article]) {
      await page.goto(path)
      const moving = await page.locator('*').evaluateAll((elements) =>
        elements
          .filter((element) => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
            return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth'
          })
          .map(({ tagName }) => tagName),
      )
      expect(moving).toEqual([])
    }
  })

  test('who listens finds the article by these names and roles', async ({ page }) => {
    await page.goto(article)
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - link "跳到正文"
      - banner:
        - search
        - navigation "主要栏目"
      - main:
        - navigation "当前位置"
        - article:
          - heading [level=1]
      - contentinfo
    `)
    await page.goto('/')
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - link "跳到正文"
      - banner:
        - search
        - navigation "主要栏目"
      - main:
        - heading [level=1]
      - contentinfo
    `)
  })
})
