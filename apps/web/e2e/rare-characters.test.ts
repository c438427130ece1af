import { spawnSync } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const rare = `/articles/${readExample('rare-characters').id}`
/** In the list of names everyone must be able to write (通用规范汉字表), or in names there are: fonts for Chinese have them. */
const expected = ['䶮', '𬱖', '𠮷', '𬭎', '𬬭', '㙍']
/** One of each extension, B to H. */
const extensions = ['𠀀', '𪜀', '𫝀', '𫠠', '𬺰', '𰀀', '𱍐']
/** Nobody has these: what a browser draws for them is what it draws for everything it lacks. */
const unassigned = ['\u{3fffd}', '\u{2fffd}']

/** Whether some font of this machine has the character; without fontconfig, whether fonts for Chinese have it. */
const isInAnyFont = (character: string): boolean => {
  const { stdout, error } = spawnSync('fc-list', [`:charset=${character.codePointAt(0)?.toString(16)}`, 'family'], { encoding: 'utf8' })
  return error ? expected.includes(character) : stdout.trim() !== ''
}

/** The characters that are drawn as those nobody has, in the faces the page sets `selector` in. */
const findTofu = (page: Page, selector: string, characters: readonly string[]): Promise<string[]> =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, [wanted, lacking]) => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d', { willReadFrequently: true })
        if (!context) throw new Error('no canvas')
        const draw = (character: string): string => {
          canvas.width = canvas.height = 64
          context.font = `48px ${getComputedStyle(element).fontFamily}`
          context.fillText(character, 4, 52)
          return canvas.toDataURL()
        }
        const nothing = new Set([...lacking.map(draw), draw(' ')])
        return wanted.filter((character) => nothing.has(draw(character)))
      },
      [[...characters], unassigned] as const,
    )

test.describe('rare characters in names', () => {
  for (const [what, selector] of [
    ['long reading', '.prose > p'],
    ['titles', 'h1'],
    ['facts and lists', '.facts'],
  ] as const) {
    test(`are drawn in ${what} wherever the machine has a font for them`, async ({ page }) => {
      await page.goto(rare)
      const known = [...expected, ...extensions].filter(isInAnyFont)
      expect(known).toEqual(expect.arrayContaining(expected.slice(0, 3)))
      expect(await findTofu(page, selector, [...known, '\u{3fffc}'])).toEqual(['\u{3fffc}'])
    })
  }

  test('take one place with the sign of their form, which itself takes none', async ({ page }) => {
    await page.goto(rare)
    const widths = await page
      .locator('.prose > p')
      .first()
      .evaluate((paragraph) =>
        ['葛', '葛\u{e0100}', '葛\u{e0101}', '龘'].map((text) => {
          const span = document.createElement('span')
          span.textContent = text
          paragraph.append(span)
          return Math.round(span.getBoundingClientRect().width)
        }),
      )
    expect(new Set(widths).size).toBe(1)
  })
})
