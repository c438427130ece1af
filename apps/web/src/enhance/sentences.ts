/** One sentence: where it stands in the text of its block. */
export type Sentence = { text: string; start: number; end: number }

/** Cuts text into sentences at 。！？；… and their closing quotes, so that each is short enough to be spoken in one breath. */
export const splitSentences = (text: string): Sentence[] =>
  [...text.matchAll(/[^。！？；!?;\n]+(?:[。！？；!?;]|\n)*[”’」』）)]*/gu)]
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text))
