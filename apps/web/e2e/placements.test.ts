import { expect } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

/** Nobody else does anything to it. */
const { id, content, channel } = readExample('quote-with-attribution')
/** A change is on every page within a second, as long as the site follows the change log; a busy machine may take longer. */
const freshness = { timeout: 5000 }

test.describe('what editors pin', () => {
  test.describe.configure({ mode: 'serial' })

  test('opens the home page, stands there once, and goes when it is let go', async ({ gazette, page }) => {
    const readLead = async () => {
      await page.goto('/')
      return page.locator('.lead h2').textContent()
    }
    const before = await readLead()
    const { code, stderr } = await gazette.run('pin', id, '--home', '--highlight')
    expect([code, stderr]).toEqual([0, ''])
    await expect.poll(readLead, freshness).toContain(content.title)
    await expect(page.locator(`.front a[href="/articles/${id}"]`)).toHaveCount(1)
    expect((await gazette.run('unpin', id)).code).toBe(0)
    await expect.poll(readLead, freshness).toBe(before)
  })

  test('comes first in its channel under a seal, and not again below, and goes with its article', async ({ gazette, page }) => {
    expect((await gazette.run('pin', id)).code).toBe(0)
    const seals = async () => {
      await page.goto(`/${channel}/`)
      return page.locator('.cards .pin-mark').allTextContents()
    }
    await expect.poll(seals, freshness).toEqual(['置顶'])
    await expect(page.locator('.cards > li').first().getByRole('link')).toHaveAttribute('href', `/articles/${id}`)
    await expect(page.locator(`.cards a[href="/articles/${id}"]`)).toHaveCount(1)
    expect((await gazette.run('withdraw', id, '--reason', '有误')).code).toBe(0)
    // What is pinned and the list below are two answers: a page made between them shows the article as an ordinary one, for a moment.
    const places = async () => [await seals(), await page.locator(`.cards a[href="/articles/${id}"]`).count()]
    await expect.poll(places, freshness).toEqual([[], 0])
  })
})
