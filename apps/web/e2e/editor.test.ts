import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import type { Gazette } from './harness/start-gazette.ts'
import { test } from './harness/test.ts'

const channel = '/xsyz/qthy/'
const Token = z.object({ token: z.string() })

const makeToken = async ({ run }: Gazette, role: string): Promise<string> => {
  const { code, stdout, stderr } = await run('token', 'create', '--role', role, '--name', role, '--json')
  if (code !== 0) throw new Error(stderr)
  return Token.parse(JSON.parse(stdout)).token
}

const signIn = async (page: Page, token: string) => {
  await page.goto('/editor')
  await page.getByLabel('令牌').fill(token)
  await page.getByRole('button', { name: '登录' }).click()
}

test.describe('an editor', () => {
  test('signs in without script and sees what is overdue; a reader beside sees the pages of readers, before and after', async ({
    gazette,
    browser,
    baseURL,
  }) => {
    test.setTimeout(60_000)
    const open = () => browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', ...(baseURL && { baseURL }) })
    const [editors, readers] = [await open(), await open()]
    const [editor, reader] = [await editors.newPage(), await readers.newPage()]
    await reader.goto(channel)
    const before = await reader.content()
    await signIn(editor, await makeToken(gazette, 'editor'))
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText('栏目检查')
    const [cookie] = await editors.cookies()
    expect(cookie).toMatchObject({ name: 'editor', httpOnly: true, sameSite: 'Strict' })
    for (let round = 0; round < 2; round += 1) {
      const response = await editor.goto(channel)
      expect(response?.headers()['cache-control']).toBe('private, no-store')
      await expect(editor.getByRole('complementary', { name: '编辑提示' })).toContainText('本栏目自 2026-02-11 起逾期')
      await reader.goto(channel)
      expect(await reader.content()).toBe(before)
    }
    await editor.goto('/editor')
    await editor.getByRole('button', { name: '退出登录' }).click()
    await expect(editor.getByLabel('令牌')).toBeVisible()
    expect(await editors.cookies()).toEqual([])
    await editor.goto(channel)
    expect(await editor.content()).toBe(before)
    await Promise.all([editors.close(), readers.close()])
  })

  test('is told in place when the token opens nothing, and the page is kept out of indexes', async ({ gazette, page }) => {
    await signIn(page, await makeToken(gazette, 'reader'))
    await expect(page.getByRole('alert')).toContainText('这个令牌没有编辑权限')
    await signIn(page, `gzt_${'0'.repeat(48)}`)
    await expect(page.getByRole('alert')).toContainText('令牌无效')
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
    expect(await page.context().cookies()).toEqual([])
  })

  test('can read what is overdue with whatever helps to read, and on a narrow screen', async ({ gazette, page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await signIn(page, await makeToken(gazette, 'editor'))
    for (const path of ['/editor', channel]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        path,
      ).toEqual([])
      // Which channels are in which state depends on the day: every one might be in that of the longest name.
      await page.locator('.inspection td:nth-child(2)').evaluateAll((cells) => {
        for (const cell of cells) cell.textContent = '将逾期'
      })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    }
  })

  test('cannot be signed in or out by another site', async ({ request }) => {
    const response = await request.post('/editor', { form: { 'sign-out': '1' }, headers: { 'sec-fetch-site': 'cross-site' } })
    expect(response.status()).toBe(403)
  })
})
