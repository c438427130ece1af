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

  test('works every tool of the toolbar, which says what holds', async ({ page }) => {
    await page.goto(`/articles/${readExample('kicker-title-subtitle').id}`)
    const toolbar = page.getByRole('toolbar', { name: '阅读工具' })
    const pressed = () => toolbar.locator('[aria-pressed="true"]').allTextContents()
    await expect.poll(pressed).toEqual(['中', '普通', '标准'])
    await toolbar.getByRole('button', { name: '小' }).focus()
    const seen: (string | null)[] = []
    for (const _ of await toolbar.getByRole('button').all()) {
      seen.push(await page.locator(':focus').textContent())
      await page.keyboard.press('ArrowRight')
    }
    expect(seen.slice(0, 9)).toEqual(['小', '中', '大', '普通', '高', '紧凑', '标准', '宽松', '阅读线'])
    expect(seen.slice(-1)).toEqual(['重置'])
    await expect(page.locator(':focus')).toHaveText('小')
    const status = page.getByRole('status')
    for (const [steps, told, holds] of [
      [2, '字号大', ['大', '普通', '标准']],
      [2, '对比度高', ['大', '高', '标准']],
      [3, '行距宽松', ['大', '高', '宽松']],
      [1, '阅读线已打开', ['大', '高', '宽松', '阅读线']],
    ] as const) {
      for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect(status).toHaveText(told)
      expect(await pressed()).toEqual(holds)
    }
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('已重置')
    expect(await pressed()).toEqual(['中', '普通', '标准'])
    await page.keyboard.press('Home')
    await expect(page.locator(':focus')).toHaveText('小')
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
