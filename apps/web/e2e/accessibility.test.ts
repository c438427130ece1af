import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { pageKinds } from './harness/page-kinds.ts'
import { test } from './harness/test.ts'

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`accessibility in ${colorScheme} colours`, () => {
    test.use({ colorScheme })
    for (const [kind, path, status] of pageKinds) {
      test(`axe finds nothing on: ${kind}`, async ({ page }) => {
        const response = await page.goto(path)
        expect(response?.status()).toBe(status)
        const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      })
    }
  })
}

test.describe('a window 320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } })
  for (const [kind, path, status] of pageKinds) {
    test(`needs no sideways scrolling on: ${kind}`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(status)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })
  }
})
