import { describe, expect, it } from 'vitest'
import { type Evidence, rankingWeights, scoreDocument } from './rank.ts'

const document = (evidence: Partial<Evidence>): Evidence => ({
  titleWords: 0,
  titleRuns: 0,
  titlePhrase: false,
  titleEqual: false,
  names: 0,
  subject: 0,
  bodyWords: 0,
  phrase: false,
  kind: 'news',
  channelId: 'c1',
  publishedAt: Date.UTC(2024, 10, 28),
  ...evidence,
})
const decades = Date.UTC(1995, 0, 1)

describe('scoreDocument', () => {
  it.each([
    ['words above accidental runs', { bodyWords: 1, publishedAt: decades }, { bodyWords: 0 }],
    ['words of the body above accidental runs of the title', { bodyWords: 1, phrase: true }, { titleRuns: 1, phrase: true }],
    ['the exact phrase above scattered words', { bodyWords: 1, phrase: true, publishedAt: decades }, { bodyWords: 1 }],
    ['the title above the body', { titleWords: 1, titleRuns: 1, bodyWords: 0 }, { bodyWords: 1, subject: 1 }],
    ['the subject above a mention', { bodyWords: 1, subject: 1, publishedAt: decades }, { bodyWords: 1 }],
    ['newer above older among equals', { bodyWords: 1 }, { bodyWords: 1, publishedAt: decades }],
    ['official documents above galleries among equals', { bodyWords: 1, kind: 'policy' }, { bodyWords: 1, kind: 'gallery' }],
  ] as const)('puts %s', (_rule, better, worse) => {
    expect(scoreDocument(document(better))).toBeGreaterThan(scoreDocument(document(worse)))
  })

  it('takes boosts for channels from the weights', () => {
    const weights = { ...rankingWeights, channels: { c2: 3 } }
    expect(scoreDocument(document({ channelId: 'c2' }), weights)).toBeCloseTo(scoreDocument(document({}), weights) + 3)
  })
})
