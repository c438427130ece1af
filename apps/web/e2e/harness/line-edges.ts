import type { Page } from '@playwright/test'

/** A set line: its text, how far its first character stands from the left edge of its paragraph and how wide it is, in em. */
export type Line = { text: string; indent: number; width: number }

/** The lines of every paragraph that `selector` finds, as the browser broke them. */
export const readLines = (page: Page, selector: string): Promise<Line[][]> =>
  page.locator(selector).evaluateAll((paragraphs) =>
    paragraphs.map((paragraph) => {
      const size = Number.parseFloat(getComputedStyle(paragraph).fontSize)
      const left = paragraph.getBoundingClientRect().left
      const lines: { text: string; indent: number; width: number; bottom: number }[] = []
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? ''
        let offset = 0
        for (const character of text) {
          range.setStart(node, offset)
          offset += character.length
          range.setEnd(node, offset)
          const [box] = range.getClientRects()
          if (!box || box.width === 0 || character.trim() === '') continue
          const last = lines.at(-1)
          // A line is a step down; sub- and superscripts and emphasis dots move a character by less.
          if (last && box.top < last.bottom - 1) {
            last.text += character
            last.width = (box.right - left) / size - last.indent
            continue
          }
          lines.push({ text: character, indent: (box.left - left) / size, width: box.width / size, bottom: box.bottom })
        }
      }
      return lines.map(({ text, indent, width }) => ({ text, indent, width }))
    }),
  )
