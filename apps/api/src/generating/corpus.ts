import type { ArticleContent } from '@gazette/schema/article-content'
import { formatId } from '../create-id.ts'
import { toZonedInstant } from '../time-zone.ts'
import { type Appearance, type ComposeContent, createComposer } from './compose-content.ts'
import { createRandom, type Random, randomInteger } from './random.ts'
import { type Choice, zipfChoice } from './weighted-choice.ts'

const dayMs = 86_400_000
const minuteMs = 60_000
const years = 25
const corpusDays = Math.round(years * 365.25)
/** The last day texts and ids of a corpus know, whenever it is made. */
const writtenUntil = Date.UTC(2026, 0, 1)

export type GeneratedStatus = 'published' | 'withdrawn' | 'removed' | 'draft'

/** An article of a corpus with its life so far. Instants are milliseconds since 1970. */
export type GeneratedArticle = {
  id: string
  channelId: string
  status: GeneratedStatus
  /** Every revision, oldest first. */
  revisions: readonly ArticleContent[]
  publishedAt: number
  /** When the last thing happened to it. */
  updatedAt: number
  reason: string | null
}

export type CorpusOptions = {
  articles: number
  seed: string
  /** The instant the newest article appears: the beginning of a day in `timeZone`, milliseconds since 1970. */
  until: number
  timeZone: string
  /** Channels to fill, the fullest first. */
  channelIds: readonly string[]
}

// By place, so that a corpus of 200 has one of each. One in a hundred is withdrawn, one in two hundred removed.
const unusualStatuses: Readonly<Record<number, GeneratedStatus>> = {
  20: 'draft',
  40: 'withdrawn',
  70: 'draft',
  90: 'removed',
  120: 'draft',
  140: 'withdrawn',
}

const statusOf = (index: number): GeneratedStatus => unusualStatuses[index % 200] ?? 'published'

const reasons = ['内容有误，正在核实', '信息已过时', '依来源方要求撤回', '重复发布']

const idOf = (random: Random, written: number, index: number): string => {
  const high = BigInt(Math.floor(random() * 2 ** 32))
  return formatId(written + (index % dayMs), (high << 3n) | BigInt(Math.floor(random() * 8)))
}

// The archive thickens towards today: half of it is of the last eight years.
const daysBack = (index: number, articles: number): number => Math.floor(corpusDays * (1 - ((index + 1) / articles) ** 0.6))

/** How long before the end of the corpus an article appeared. Some only know their day; the others came out in working hours. */
const ageOf = (random: Random, days: number): { age: number; publishedPrecision: Appearance['publishedPrecision'] } => {
  if (days === 0 || random() < 0.15) return { age: days * dayMs, publishedPrecision: 'day' }
  return { age: days * dayMs - randomInteger(random, 8 * 60, 20 * 60) * minuteMs, publishedPrecision: 'minute' }
}

/** The same content once more, as it was before somebody corrected it. */
const earlierRevision = (content: ArticleContent): ArticleContent => ({
  ...content,
  title: `${content.title}（初稿）`,
  fullTitle: `${content.fullTitle}（初稿）`,
})

const correctedShare = 0.02

const revisionsOf = (random: Random, content: ArticleContent, publishedAt: number, until: number, timeZone: string) => {
  if (random() >= correctedShare) return { revisions: [content], updatedAt: publishedAt }
  const updatedAt = Math.min(until, publishedAt + randomInteger(random, 1, 30 * 24 * 60) * minuteMs)
  const changeNotes = [{ at: toZonedInstant(updatedAt, timeZone), note: '更正标题' }]
  return { revisions: [earlierRevision(content), { ...content, changeNotes }], updatedAt }
}

/**
 * Makes the articles of a corpus, each by its place, oldest first. Ids and texts depend on `articles` and `seed` alone,
 * so that they are the same tomorrow; the instants are counted back from `until`.
 */
export const createCorpus = ({ articles, seed, until, timeZone, channelIds }: CorpusOptions) => {
  const compose: ComposeContent = createComposer(seed)
  const channel: Choice<string> = zipfChoice(channelIds, 0.7)
  return (index: number): GeneratedArticle => {
    const random = createRandom(seed, articles, index)
    const days = daysBack(index, articles)
    const written = writtenUntil - days * dayMs
    const id = idOf(random, written, index)
    const { age, publishedPrecision } = ageOf(random, days)
    const publishedAt = until - age
    const status = statusOf(index)
    const channelId = channel(random)
    const content = compose(random, written, { publishedAt: toZonedInstant(publishedAt, timeZone), publishedPrecision })
    const isEnded = status === 'withdrawn' || status === 'removed'
    const corrected =
      status === 'published'
        ? revisionsOf(random, content, publishedAt, until, timeZone)
        : { revisions: [content], updatedAt: isEnded ? Math.min(until, publishedAt + randomInteger(random, 1, 400) * dayMs) : publishedAt }
    return { id, channelId, status, publishedAt, reason: isEnded ? (reasons[index % reasons.length] ?? null) : null, ...corrected }
  }
}
export type Corpus = ReturnType<typeof createCorpus>
