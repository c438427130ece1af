import { dict } from '@node-rs/jieba/dict.js'
import { institutionWords } from './institution-words.ts'
import { type Choice, weightedChoice, zipfChoice } from './weighted-choice.ts'

/** Parts of speech sentences are made of, by the tags of the dictionary. */
export const wordClasses = ['n', 'v', 'vn', 'a', 'ad', 'd', 'i'] as const
export type WordClass = (typeof wordClasses)[number]

/** Draws words of a class as often as people use them. */
export type Vocabulary = Readonly<Record<WordClass, Choice<string>>>

// A public institution's page is no place for these, not even in a text that means nothing.
const unfit = /[杀死尸血奸淫嫖娼妓色情性裸赌毒匪贼屠刑囚骂滚蛋妈爹皇帝党军战枪炮鬼妖魔屎尿屁乳臀妾奴蠢贱狗猪]/u
const han = /^\p{Script=Han}+$/u
const lengths: Readonly<Record<WordClass, readonly [minimum: number, maximum: number]>> = {
  n: [2, 5],
  v: [2, 3],
  vn: [2, 3],
  a: [2, 2],
  ad: [2, 2],
  d: [2, 3],
  i: [4, 4],
}

const isWordClass = (tag: string): tag is WordClass => tag in lengths

const readDictionary = (): Readonly<Record<WordClass, [word: string, frequency: number][]>> => {
  const words: Record<WordClass, [string, number][]> = { n: [], v: [], vn: [], a: [], ad: [], d: [], i: [] }
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', frequency = '', tag = ''] = line.trim().split(' ')
    if (!isWordClass(tag)) continue
    const [minimum, maximum] = lengths[tag]
    if (word.length < minimum || word.length > maximum || !han.test(word) || unfit.test(word)) continue
    words[tag].push([word, Number(frequency)])
  }
  return words
}

const institutionShare = 0.72

/**
 * Mixes the words of public institutions, by rank, with those of the segmenter's dictionary, by the frequency it knows.
 * Takes about 0.3 s; do it once.
 */
export const readVocabulary = (): Vocabulary => {
  const words = readDictionary()
  const choiceOf = (wordClass: WordClass): Choice<string> => {
    const usual = zipfChoice(institutionWords[wordClass], 0.8)
    const any = weightedChoice(words[wordClass])
    return (random) => (random() < institutionShare ? usual(random) : any(random))
  }
  return {
    n: choiceOf('n'),
    v: choiceOf('v'),
    vn: choiceOf('vn'),
    a: choiceOf('a'),
    ad: choiceOf('ad'),
    d: choiceOf('d'),
    i: choiceOf('i'),
  }
}
