const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words short enough to cling to their neighbour: 的, 第, 和, a lone bracket. */
const clings = (segment: string): boolean => [...segment].length < 2 || !/[\p{L}\p{N}]/u.test(segment)

/**
 * Cuts a title where a line may end, so that no word is torn apart: 关于举办 | 第十二期 | “桥头议事” | 活动的 | 通知.
 * The pieces joined are the text itself.
 */
export const toPhrases = (text: string): string[] => {
  const phrases: string[] = []
  let previous = ''
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.at(-1)
    if (last === undefined || clings(segment) || clings(previous)) phrases.splice(-1, 1, (last ?? '') + segment)
    else phrases.push(segment)
    previous = segment
  }
  return phrases
}
