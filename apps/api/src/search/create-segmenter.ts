import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { DictionaryWord } from './load-dictionary.ts'
import { type Run, splitRuns } from './split-runs.ts'

// Native code is loaded by the thread that cuts, not by everybody who names a segmenter; of the package's two word lists, which its
// own module reads whole (11 MB), only the dictionary.
const require = createRequire(import.meta.url)
const loadJieba = () => (require('@node-rs/jieba') as typeof import('@node-rs/jieba')).Jieba
const readDictionary = (): Uint8Array => readFileSync(join(require.resolve('@node-rs/jieba/dict.js'), '..', 'dict.txt'))

/** Cuts normalised text into words. */
export type Segmenter = {
  /** The words of a text in order, words of alphabets and numbers included. */
  cut: (text: string) => string[]
  /** The words of several texts that are cut into runs already: those of the unspaced scripts in order, then all others. */
  cutRuns: (texts: readonly (readonly Run[])[]) => string[]
  /** Every word of a text once: those of `cut` and the shorter words long ones are made of. */
  words: (text: string) => Set<string>
  /** The words a word of three or more characters is made of, itself excluded: 人民政协 gives 人民 and 政协. */
  parts: (word: string) => readonly string[]
}

const lineFeed = 10
const space = 32
// Two Han characters take six bytes of UTF-8.
const shortWordBytes = 6

/** The lines of the segmenter's dictionary whose word has at most two Han characters. */
const shortWordsOf = (dictionary: Uint8Array): Uint8Array => {
  const lines = Buffer.alloc(dictionary.length)
  let size = 0
  for (let start = 0; start < dictionary.length; ) {
    const found = dictionary.indexOf(lineFeed, start)
    const end = found === -1 ? dictionary.length : found + 1
    if (dictionary.subarray(start, start + shortWordBytes + 1).includes(space)) {
      lines.set(dictionary.subarray(start, end), size)
      size += end - start
    }
    start = end
  }
  return lines.subarray(0, size)
}

const toLines = (words: readonly DictionaryWord[]): Uint8Array =>
  Buffer.from(words.map(({ word, weight }) => `${word} ${weight} n\n`).join(''))

// The parts of a word never change; the bound keeps a hostile stream of new words from filling memory.
const rememberedMaximum = 200_000

const isShort = (word: string): boolean => word.length <= 2 || [...word].length <= 2

/** Decomposes words into parts of at most two characters; parts that are no words of their own are left out. */
const createDecomposer = (dictionary: Uint8Array, words: readonly DictionaryWord[]): ((word: string) => readonly string[]) => {
  const fine = loadJieba().withDict(shortWordsOf(dictionary))
  fine.loadDict(toLines(words.filter(({ word }) => isShort(word))))
  const remembered = new Map<string, readonly string[]>()
  return (word) => {
    if (isShort(word)) return []
    const known = remembered.get(word)
    if (known !== undefined) return known
    const parts = fine.cut(word, false).filter((part) => part.length > 1)
    if (remembered.size >= rememberedMaximum) remembered.clear()
    remembered.set(word, parts)
    return parts
  }
}

/** Makes a segmenter (jieba, with its own dictionary and the given words). Takes about 0.4 s and 100 MB: make one. */
export const createSegmenter = (words: readonly DictionaryWord[]): Segmenter => {
  const dictionary = readDictionary()
  const jieba = loadJieba().withDict(dictionary)
  jieba.loadDict(toLines(words))
  const parts = createDecomposer(dictionary, words)
  const cutTogether = (ideographs: readonly string[], words: string[]): void => {
    if (ideographs.length === 0) return
    // One call into native code: runs are joined by a character the segmenter never joins to a word.
    for (const word of jieba.cut(ideographs.join('\n'), true)) if (word !== '\n') words.push(word)
  }
  const cut = (text: string): string[] => {
    const cutWords: string[] = []
    let ideographs: string[] = []
    for (const run of splitRuns(text)) {
      if (run.kind === 'ideographs') ideographs.push(run.text)
      else {
        cutTogether(ideographs, cutWords)
        ideographs = []
        cutWords.push(run.text)
      }
    }
    cutTogether(ideographs, cutWords)
    return cutWords
  }
  const cutRuns = (texts: readonly (readonly Run[])[]): string[] => {
    const cutWords: string[] = []
    const ideographs: string[] = []
    const others: string[] = []
    for (const runs of texts) for (const { kind, text } of runs) (kind === 'ideographs' ? ideographs : others).push(text)
    cutTogether(ideographs, cutWords)
    for (const word of others) cutWords.push(word)
    return cutWords
  }
  return {
    cut,
    cutRuns,
    parts,
    words: (text) => {
      const all = new Set(cut(text))
      for (const word of [...all]) for (const part of parts(word)) all.add(part)
      return all
    },
  }
}
