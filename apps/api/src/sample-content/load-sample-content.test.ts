import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { loadSampleContent } from './load-sample-content.ts'

describe.each(testEngines)('the sample content on %s', (engine) => {
  it('fills an empty database once, the real article included, however many processes start', async () => {
    const { store, reopen, directory, destroy } = await createTestDatabase(engine)
    onTestFinished(destroy)
    const options = { mediaDirectory: `${directory}/media`, timeZone: 'Asia/Shanghai', now: Date.parse('2026-11-20T09:00:00+08:00') }
    const loaded = await Promise.all([loadSampleContent({ store, ...options }), loadSampleContent({ store: await reopen(), ...options })])
    expect(loaded.filter(Boolean)).toHaveLength(1)
    const { articles } = store.tables
    const rows = await store.db.select({ status: articles.status, title: articles.title }).from(articles)
    expect(rows.length).toBeGreaterThan(40)
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['draft', 'published', 'withdrawn', 'removed']))
    expect(rows.filter(({ title }) => title === '风雨同舟担使命 同心筑梦启征程')).toHaveLength(1)
  })

  it('leaves a database with content alone', async () => {
    const { store, directory, destroy } = await createTestDatabase(engine)
    onTestFinished(destroy)
    const { channels, articles } = store.tables
    await store.withTransaction(async (db) =>
      db
        .insert(channels)
        .values({ id: 'c', segment: 'c', name: '栏目', description: '', keywords: '[]', columnType: '', position: 0, updatedAt: 0 }),
    )
    expect(await loadSampleContent({ store, mediaDirectory: `${directory}/media`, timeZone: 'Asia/Shanghai', now: 0 })).toBe(false)
    expect(await store.db.select().from(articles)).toEqual([])
  })
})
