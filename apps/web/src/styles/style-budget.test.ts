import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const folder = new URL('./', import.meta.url)
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const all = sheets.map(({ text }) => text).join('\n')

const luminance = (colour: string): number => {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours (WCAG 2.2, 1.4.3). */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const tokens = (scheme: string): Record<string, string> =>
  Object.fromEntries([...scheme.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']))

describe('the style sheets', () => {
  it('stay under 15 kB together', () => {
    expect(gzipSync(all).length).toBeLessThan(15_000)
  })

  it('ask nobody for fonts or pictures', () => {
    expect(all).not.toMatch(/url\(|@font-face/)
  })

  it.each(sheets.filter(({ name }) => name.startsWith('schemes')))('keep $name readable (WCAG 2.2 AA)', ({ text }) => {
    const scheme = tokens(text)
    for (const ground of ['paper', 'sheet', 'mark']) {
      expect(contrast(scheme['ink'] ?? '', scheme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
    }
    for (const ground of ['paper', 'sheet']) {
      for (const colour of ['quiet', 'accent']) {
        expect(contrast(scheme[colour] ?? '', scheme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(scheme['accent-ink'] ?? '', scheme['accent'] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})
