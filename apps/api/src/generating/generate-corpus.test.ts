import { ArticleContent } from '@gazette/schema/article-content'
import { describe, expect, it } from 'vitest'
import { blockTexts } from '../articles/block-text.ts'
import { contentHash } from '../articles/content-hash.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { createCorpus, type GeneratedArticle } from './corpus.ts'
import { generateCorpus } from './generate-corpus.ts'

const until = Date.parse('2026-11-20T00:00:00+08:00')
const timeZone = 'Asia/Shanghai'
const options = { articles: 120, seed: '7', until, timeZone }

const makeAll = (overrides: Partial<typeof options> = {}): GeneratedArticle[] => {
  const corpus = createCorpus({ ...options, ...overrides, channelIds: ['one', 'two', 'three'] })
  return Array.from({ length: overrides.articles ?? options.articles }, (_, index) => corpus(index))
}

const textOf = ({ revisions }: GeneratedArticle): string => blockTexts(revisions.at(-1)?.body ?? []).join('\n')

describe('a generated corpus', () => {
  it('is the same for the same number, seed and day', () => {
    expect(makeAll()).toEqual(makeAll())
  })

  it('has the same ids and texts on another day', () => {
    const tomorrow = makeAll({ until: until + 86_400_000 })
    expect(tomorrow.map(({ id }) => id)).toEqual(makeAll().map(({ id }) => id))
    expect(tomorrow.map(textOf)).toEqual(makeAll().map(textOf))
  })

  it('is another one for another seed', () => {
    const ids = new Set(makeAll().map(({ id }) => id))
    expect(makeAll({ seed: '8' }).some(({ id }) => ids.has(id))).toBe(false)
  })

  it('holds content that the schema gives back byte for byte', () => {
    for (const { revisions } of makeAll())
      for (const content of revisions) expect(JSON.stringify(ArticleContent.parse(content))).toBe(JSON.stringify(content))
  })

  it('spreads over 25 years and ends on the day it was asked to, none later', () => {
    const instants = makeAll({ articles: 1000 }).map(({ publishedAt }) => publishedAt)
    expect(Math.max(...instants)).toBe(until)
    expect((until - Math.min(...instants)) / (365.25 * 86_400_000)).toBeGreaterThan(24)
  })

  it('uses words as unevenly as people do: 政协 and 委员 nearly everywhere, most words seldom', () => {
    const articles = makeAll({ articles: 600 })
    const share = (word: string) => articles.filter((article) => textOf(article).includes(word)).length / articles.length
    expect(share('政协')).toBeGreaterThan(0.9)
    expect(share('委员')).toBeGreaterThan(0.9)
    expect(share('竹编')).toBeLessThan(0.5)
    const authors = articles.flatMap(({ revisions }) => revisions.at(-1)?.authors.map(({ name }) => name) ?? [])
    expect(new Set(authors).size).toBeGreaterThan(150)
  })

  it('writes about 2 kB an article, of 1 to 12 paragraphs', () => {
    const articles = makeAll({ articles: 600 })
    const bytes = articles.reduce((sum, article) => sum + Buffer.byteLength(textOf(article)), 0) / articles.length
    expect(bytes).toBeGreaterThan(1_500)
    expect(bytes).toBeLessThan(2_500)
    const paragraphs = articles.map(({ revisions }) => revisions.at(-1)?.body.filter(({ type }) => type === 'paragraph').length ?? 0)
    expect([Math.min(...paragraphs), Math.max(...paragraphs)]).toEqual([1, 12])
  })
})

describe.each(testEngines)('generateCorpus on %s', (engine) => {
  it('fills an empty database, channels included', async () => {
    const { store, destroy } = await createTestDatabase(engine)
    try {
      expect(await generateCorpus({ store, ...options })).toEqual({ created: 120, existing: 0 })
      expect((await store.db.select().from(store.tables.channels)).length).toBeGreaterThan(20)
    } finally {
      await destroy()
    }
  })

  it('leaves what is there and adds what is missing when it runs again', async () => {
    const { store } = await buildTestApp({ engine })
    await generateCorpus({ store, ...options })
    expect(await generateCorpus({ store, ...options })).toEqual({ created: 0, existing: 120 })
    expect(await generateCorpus({ store, ...options, seed: 'more' })).toEqual({ created: 120, existing: 0 })
  })

  it('writes articles that every reading operation answers as if they had been published', async () => {
    const { app, store } = await buildTestApp({ engine })
    await generateCorpus({ store, ...options, articles: 400 })
    const expected = await store.db.select().from(store.tables.articles)
    const published = expected.filter(({ status }) => status === 'published')
    const list = (await app.inject('/v1/articles?include=total&limit=100')).json()
    expect(list.page.total).toBe(published.length)
    for (const { id, authors } of list.data.slice(0, 20)) {
      const article = (await app.inject(`/v1/articles/${id}?body=text`)).json()
      expect(article.id).toBe(id)
      if (authors[0]) {
        const hers = await app.inject(`/v1/articles?author=${encodeURIComponent(authors[0].name)}&limit=100`)
        expect(hers.json().data.map((item: { id: string }) => item.id)).toContain(id)
      }
    }
    const status = async (wanted: string) => {
      const row = expected.find((article) => article.status === wanted)
      return (await app.inject(`/v1/articles/${row?.id}`)).statusCode
    }
    expect([await status('withdrawn'), await status('removed'), await status('draft')]).toEqual([200, 410, 404])
  })

  it('keeps hashes and revisions that fit the content', async () => {
    const { store } = await buildTestApp({ engine })
    await generateCorpus({ store, ...options, articles: 400 })
    const { articles, revisions } = store.tables
    const rows = await store.db.select().from(revisions)
    for (const row of rows) expect(contentHash(JSON.parse(row.content))).toBe(row.contentHash)
    const latest = new Map(rows.map((row) => [`${row.articleId} ${row.number}`, row.contentHash]))
    for (const row of await store.db.select().from(articles)) expect(latest.get(`${row.id} ${row.latestRevision}`)).toBe(row.contentHash)
    expect(rows.length).toBeGreaterThan(400)
  })

  it('tells the change log of everything readers can see, and of no draft', async () => {
    const { store } = await buildTestApp({ engine })
    await generateCorpus({ store, ...options, articles: 400 })
    const rows = await store.db.select().from(store.tables.articles)
    const changes = await store.db.select().from(store.tables.changes)
    const told = new Set(changes.flatMap(({ articleId }) => (articleId === null ? [] : [articleId])))
    expect([...told].sort()).toEqual(
      rows
        .filter(({ status }) => status !== 'draft')
        .map(({ id }) => id)
        .sort(),
    )
  })
})
