import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import { expect } from '@playwright/test'
import { test } from './harness/test.ts'
import { textWithoutSpace } from './harness/text-without-space.ts'

const file = join(workspaceRoot, 'apps', 'api', 'fixtures', 'importing', 'shangyu-cppcc-2024-11-28.txt')

/** The body as it stands in the file: everything between the line of the date and the signature. */
const sourceBody = (): string => {
  const lines = readFileSync(file, 'utf8').split('\n')
  const first = lines.findIndex((line) => line.startsWith('发布日期')) + 1
  const signature = lines.findIndex((line) => /^\(.*\)\s*$/.test(line))
  return textWithoutSpace(lines.slice(first, signature).join(''))
}

test('a page copied as text is imported and read word for word', async ({ page, gazette, request }) => {
  const { code, stderr } = await gazette.run('import', file, '--json')
  expect([code, stderr]).toEqual([0, ''])
  const found = await request.get(`${gazette.apiUrl}/v1/articles?from=2024-11-28&to=2024-11-29`)
  const { data } = await found.json()
  const imported = data.find(({ fullTitle }: { fullTitle: string }) => fullTitle.startsWith('风雨同舟担使命'))
  await page.goto(`/articles/${imported.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('风雨同舟担使命 同心筑梦启征程——上虞政协事业高质量发展综述')
  await expect(page.getByRole('navigation', { name: '当前位置' }).getByRole('link')).toHaveText(['首页', '政务资讯', '综合新闻'])
  await expect(page.locator('main article dl').first()).toContainText('2024-11-28')
  await expect(page.locator('main article dl').first()).toContainText('冯楠')
  await expect(page.locator('.prose p')).toHaveCount(17)
  await expect(page.locator('.prose :is(h2, h3)')).toHaveText([
    '坚持党的领导,夯实共同思想政治基础',
    '服务中心大局,协商议政助发展',
    '广泛凝心聚力,画好最大同心圆',
  ])
  expect(textWithoutSpace((await page.locator('.prose > *').allInnerTexts()).join(''))).toBe(sourceBody())
})
