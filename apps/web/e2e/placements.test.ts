import { expect } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const notice = readExample('notice')
const reprint = readExample('reprint-with-source-link')
/** A change is on every page within this, as long as the site follows the change log. */
const freshness = { timeout: 5000 }

test.describe('what editors pin', () => {
  test.describe.configure({ mode: 'serial' })

  test('opens the home page, stands there once, and goes when it is let go', async ({ gazette, page }) => {
    await page.goto('/')
    const before = await page.locator('.lead h2').textContent()
    const { code, stderr } = await gazette.run('pin', reprint.id, '--home', '--highlight')
    expect([code, stderr]).toEqual([0, ''])
    await expect
      .poll(async () => {
        await page.goto('/')
        return page.locator('.lead h2').textContent()
      }, freshness)
      .toContain(reprint.content.title)
    await expect(page.locator(`.front a[href="/articles/${reprint.id}"]`)).toHaveCount(1)
    expect((await gazette.run('unpin', reprint.id)).code).toBe(0)
    await expect
      .poll(async () => {
        await page.goto('/')
        return page.locator('.lead h2').textContent()
      }, freshness)
      .toBe(before)
  })

  test('comes first in its channel under a seal, and not again below', async ({ page }) => {
    await page.goto('/zwzx/tzgg/')
    const first = page.locator('.cards > li').first()
    await expect(first.locator('.pin-mark').first()).toHaveText('置顶')
    await expect(first.getByRole('link')).toHaveAttribute('href', `/articles/${notice.id}`)
    await expect(page.locator(`.cards a[href="/articles/${notice.id}"]`)).toHaveCount(1)
  })

  test('goes with its article', async ({ gazette, request }) => {
    expect((await gazette.run('withdraw', notice.id, '--reason', '有误')).code).toBe(0)
    for (const path of ['/', '/zwzx/tzgg/'])
      await expect.poll(async () => (await (await request.get(path)).text()).includes(notice.id), freshness).toBe(false)
  })
})
