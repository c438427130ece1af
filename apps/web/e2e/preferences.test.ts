import { expect, type Page } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const path = `/articles/${readExample('kicker-title-subtitle').id}`

const textSize = (page: Page): Promise<number> =>
  page
    .locator('.prose p')
    .first()
    .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'reading settings' : 'reading settings without script', () => {
    test.use({ javaScriptEnabled })

    test('make the text larger, and remember it on every page', async ({ page }) => {
      await page.goto(path)
      const before = await textSize(page)
      await page.getByRole('button', { name: '大', exact: true }).click()
      await expect(page).toHaveURL(path)
      await expect.poll(() => textSize(page)).toBeGreaterThan(before)
      const larger = await textSize(page)
      await page.goto(`/articles/${readExample('notice').id}`)
      expect(await textSize(page)).toBe(larger)
    })

    test('go back to the beginning', async ({ page }) => {
      await page.goto(path)
      const before = await textSize(page)
      await page.getByRole('button', { name: '大', exact: true }).click()
      await expect.poll(() => textSize(page)).toBeGreaterThan(before)
      await page.goto('/preferences')
      await page.getByRole('button', { name: '恢复默认' }).click()
      await page.goto(path)
      expect(await textSize(page)).toBe(before)
    })
  })
}
