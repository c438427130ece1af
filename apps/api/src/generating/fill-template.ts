import { phraseChoices } from './institution-phrases.ts'
import { mentionedPerson, type Names } from './names.ts'
import { type Random, randomInteger } from './random.ts'
import { type Vocabulary, wordClasses } from './vocabulary.ts'

/** What the sentences of one article have in common. */
export type Matter = {
  random: Random
  theme: string
  /** Nouns it comes back to. */
  subjects: readonly string[]
  date: { year: number; month: number; day: number }
}

/** Fills the places of a template. */
export type FillTemplate = (template: string, matter: Matter) => string

type Place = (matter: Matter) => string

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

// Few large numbers and many small ones, as in reports.
const roundNumber = (random: Random): string => String(Math.ceil(10 ** (random() * 3.2)))

const placesOf = (vocabulary: Vocabulary, names: Names): Map<string, Place> => {
  const places = new Map<string, Place>([
    ['theme', ({ theme }) => theme],
    ['subject', ({ random, subjects }) => pick(random, subjects)],
    ['date', ({ date }) => `${date.month}月${date.day}日`],
    ['month', ({ date }) => String(date.month)],
    ['year', ({ random, date }) => String(date.year - (random() < 0.7 ? 0 : randomInteger(random, 1, 5)))],
    ['number', ({ random }) => roundNumber(random)],
    ['percent', ({ random }) => (random() * 100).toFixed(1)],
    ['person', ({ random }) => mentionedPerson(names, random)],
  ])
  for (const name of ['body', 'meeting', 'act', 'leader', 'place'] as const) places.set(name, ({ random }) => phraseChoices[name](random))
  for (const name of wordClasses) places.set(name, ({ random }) => vocabulary[name](random))
  return places
}

/** @throws when a template names a place that does not exist */
export const createFillTemplate = (vocabulary: Vocabulary, names: Names): FillTemplate => {
  const places = placesOf(vocabulary, names)
  const compiled = new Map<string, (string | Place)[]>()
  const compile = (template: string): (string | Place)[] =>
    template.split(/\{(\w+)\}/).map((part, index) => {
      if (index % 2 === 0) return part
      const place = places.get(part)
      if (!place) throw new Error(`The template “${template}” has an unknown place: ${part}`)
      return place
    })
  return (template, matter) => {
    const parts = compiled.get(template) ?? compile(template)
    compiled.set(template, parts)
    let text = ''
    for (const part of parts) text += typeof part === 'string' ? part : part(matter)
    return text
  }
}
