import { expect, type Page } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const stepsMaximum = 250

/** What has the focus: a name to tell it by, and whether a reader can see that it has it. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const style = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return {
      name: `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`,
      isSeen: width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
    }
  })

test.describe('the keyboard', () => {
  test('jumps over the navigation to the text', async ({ page }) => {
    await page.goto(`/articles/${readExample('kicker-title-subtitle').id}`)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('#main')).toBeFocused()
  })

  for (const [name, path] of [
    ['home', '/'],
    ['an article', `/articles/${readExample('with-gallery').id}`],
    ['the settings', '/preferences'],
  ] as const) {
    test(`reaches the end of ${name}, and every stop on the way is seen and marked`, async ({ page }) => {
      await page.goto(path)
      const unseen: string[] = []
      let steps = 0
      for (; steps < stepsMaximum; steps += 1) {
        await page.keyboard.press('Tab')
        const focus = await readFocus(page)
        if (focus === null) break
        if (!focus.isSeen || !focus.isMarked) unseen.push(focus.name)
      }
      expect(unseen).toEqual([])
      expect(steps).toBeGreaterThan(5)
      expect(steps).toBeLessThan(stepsMaximum)
    })
  }
})
