/** An answer as it was sent, with the tag that names this very state of it. */
export type CachedAnswer = { readonly etag: string; readonly text: string }

export type AnswerCache = {
  find(url: string): CachedAnswer | undefined
  keep(url: string, answer: CachedAnswer): void
}

/**
 * Keeps the answers used last, up to a number of characters in all. Text is kept rather than objects, so that nobody
 * can change an answer another one will get.
 */
export const createAnswerCache = (maximumCharacters: number): AnswerCache => {
  // A Map remembers the order of insertion: what is used moves to the end, what is dropped stands at the beginning.
  const answers = new Map<string, CachedAnswer>()
  let characters = 0
  const sizeOf = (url: string, { text, etag }: CachedAnswer) => url.length + text.length + etag.length
  const drop = (url: string) => {
    const answer = answers.get(url)
    if (answer && answers.delete(url)) characters -= sizeOf(url, answer)
  }
  return {
    find: (url) => {
      const answer = answers.get(url)
      if (!answer) return undefined
      answers.delete(url)
      answers.set(url, answer)
      return answer
    },
    keep: (url, answer) => {
      drop(url)
      const size = sizeOf(url, answer)
      if (size > maximumCharacters) return
      answers.set(url, answer)
      characters += size
      for (const oldest of answers.keys()) {
        if (characters <= maximumCharacters) break
        drop(oldest)
      }
    },
  }
}
