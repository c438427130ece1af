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

    test('are all in the toolbar of an article, and go back to the beginning from there', async ({ page }) => {
      await page.goto(path)
      const toolbar = page.getByRole('toolbar', { name: '阅读工具' })
      const look = () =>
        page
          .locator('.prose p')
          .first()
          .evaluate((paragraph) => {
            const { color, fontSize, lineHeight } = getComputedStyle(paragraph)
            return { color, fontSize, leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) }
          })
      const before = await look()
      await toolbar.getByRole('group', { name: '对比度' }).getByRole('button', { name: '高' }).click()
      await expect.poll(look).toEqual({ ...before, color: 'rgb(0, 0, 0)' })
      await toolbar.getByRole('group', { name: '行距' }).getByRole('button', { name: '宽松' }).click()
      await expect.poll(async () => (await look()).leading).toBeGreaterThan(before.leading)
      await expect(page).toHaveURL(path)
      await toolbar.getByRole('button', { name: '重置' }).click()
      await expect.poll(look).toEqual(before)
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
