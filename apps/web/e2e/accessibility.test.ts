import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { pageKinds } from './harness/page-kinds.ts'
import { test } from './harness/test.ts'

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const [kind, path, status] of pageKinds) {
  test.describe(kind, () => {
    test('meets WCAG 2.2 AA as far as axe can see, in light and in dark colours', async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(status)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect(found, colorScheme).toEqual([])
      }
    })

    test('needs no sideways scrolling in a window 320 pixels wide', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })
  })
}
