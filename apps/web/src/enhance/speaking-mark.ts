import type { Sentence } from './sentences.ts'

const place = (block: Element, offset: number): [Node, number] | null => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let rest = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (rest <= length) return [node, rest]
    rest -= length
  }
  return null
}

/** Marks the sentence that is spoken, without touching the page: a custom highlight, or the whole block where there is none. */
export const markSpeaking = (block: Element, sentence: Sentence): void => {
  clearSpeaking()
  block.scrollIntoView({ block: 'nearest' })
  if (!('highlights' in CSS)) {
    block.classList.add('speaking')
    return
  }
  const start = place(block, sentence.start)
  const end = place(block, sentence.end)
  if (!start || !end) return
  const range = new Range()
  range.setStart(...start)
  range.setEnd(...end)
  CSS.highlights.set('speaking', new Highlight(range))
}

export const clearSpeaking = (): void => {
  if ('highlights' in CSS) CSS.highlights.delete('speaking')
  document.querySelector('.speaking')?.classList.remove('speaking')
}
