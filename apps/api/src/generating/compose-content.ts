import type { ArticleContent, ArticleKind } from '@gazette/schema/article-content'
import { pinyin } from 'pinyin-pro'
import { composeBody, createWriter, type Writer } from './compose-body.ts'
import { createFillTemplate, type Matter } from './fill-template.ts'
import { phraseChoices, themes } from './institution-phrases.ts'
import { createNames, type Names } from './names.ts'
import { createRandom, type Random, randomInteger } from './random.ts'
import { subtitles, summaries, titles } from './sentence-templates.ts'
import { readVocabulary, type Vocabulary } from './vocabulary.ts'
import { weightedChoice } from './weighted-choice.ts'

const knownPeople = 600

const kindChoice = weightedChoice<ArticleKind>([
  ['news', 58],
  ['report', 14],
  ['notice', 9],
  ['proposal', 6],
  ['policy', 4],
  ['interview', 3],
  ['essay', 3],
  ['profile', 2],
  ['speech', 1],
])

/** A topic has the pinyin of its name as its slug. */
const topicsByTheme = new Map(
  themes.map((name) => [name, { slug: pinyin(name, { toneType: 'none', type: 'array', v: true }).join('-'), name }] as const),
)

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

const contributors = ({ known }: Names, random: Random): Pick<ArticleContent, 'authors' | 'editors'> => ({
  authors: unique(Array.from({ length: randomInteger(random, 0, 9) < 7 ? 1 : randomInteger(random, 0, 3) }, () => known(random))).map(
    (name) => ({ name, role: random() < 0.7 ? phraseChoices.role(random) : null }),
  ),
  editors: random() < 0.4 ? [{ name: known(random), role: '责任编辑' }] : [],
})

const headline = (write: Writer, random: Random, kind: ArticleKind) => {
  const title = write(titles[kind] ?? titles['news'] ?? [])
  const subtitle = random() < 0.12 ? write(subtitles) : null
  const kicker = random() < 0.04 ? write(['{n}{v}{n}　{n}{v}{n}']) : null
  return { kicker, title, subtitle, fullTitle: `${kicker ? `${kicker} ` : ''}${title}${subtitle ? `——${subtitle}` : ''}` }
}

const official = ({ random, date }: Matter, kind: ArticleKind, write: Writer): ArticleContent['official'] => {
  if (kind !== 'policy') return null
  const number = randomInteger(random, 1, 120)
  return {
    indexNumber: `TCZX-${date.year}-${String(number).padStart(4, '0')}`,
    issuer: write(['{body}']),
    documentNumber: `汀政协发〔${date.year}〕${number}号`,
    writtenOn: null,
    validity: random() < 0.9 ? 'valid' : 'repealed',
  }
}

const topicsOf = (random: Random, theme: string): ArticleContent['topics'] => {
  const names = unique([...(random() < 0.75 ? [theme] : []), ...(random() < 0.2 ? [phraseChoices.theme(random)] : [])])
  return names.flatMap((name) => topicsByTheme.get(name) ?? [])
}

const matterOf = (vocabulary: Vocabulary, random: Random, written: number): Matter => {
  const day = new Date(written)
  return {
    random,
    theme: phraseChoices.theme(random),
    subjects: Array.from({ length: randomInteger(random, 2, 4) }, () => vocabulary.n(random)),
    date: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
  }
}

/** When it appeared, as articles say it. */
export type Appearance = Pick<ArticleContent, 'publishedAt' | 'publishedPrecision'>

/**
 * Writes articles of a corpus: sentences of a news desk filled with words as often as people use them.
 * @param seed other seeds give other words, names and numbers
 */
export const createComposer = (seed: string) => {
  const vocabulary = readVocabulary()
  const names = createNames(createRandom(seed, 'names'), knownPeople)
  const fill = createFillTemplate(vocabulary, names)
  /** @param written the day the text speaks of as its own, milliseconds since 1970 (UTC) */
  return (random: Random, written: number, appearance: Appearance): ArticleContent => {
    const matter = matterOf(vocabulary, random, written)
    const write = createWriter(fill, matter)
    const kind = kindChoice(random)
    const source = random() < 0.92 ? phraseChoices.source(random) : null
    // In the order of the schema: the hash of a revision is taken over its JSON.
    return {
      kind,
      language: 'zh-Hans-CN',
      ...headline(write, random, kind),
      summary: random() < 0.6 ? write(summaries) : '',
      ...contributors(names, random),
      source: source === null ? null : { name: source, url: null },
      origin: random() < 0.25 ? 'reprint' : 'original',
      ...appearance,
      topics: topicsOf(random, matter.theme),
      keywords: unique([matter.theme, ...matter.subjects]),
      cover: null,
      attachments: [],
      body: composeBody(write, random),
      official: official(matter, kind, write),
      changeNotes: [],
    }
  }
}
export type ComposeContent = ReturnType<typeof createComposer>
