import { describe, expect, it, onTestFinished } from 'vitest'
import { generateCorpus } from '../generating/generate-corpus.ts'
import { createPublishing } from '../publishing/publishing.ts'
import { articleContent } from '../testing/article-factory.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { createAnalyser } from './analyser.ts'
import { createLocalAnalysis } from './analysis.ts'
import { createSearch } from './create-search.ts'
import { changesAStep, createIndexKeeper } from './index-keeper.ts'
import { openSearchIndex, type SearchIndex } from './open-search-index.ts'
import { readState } from './search-state.ts'
import { verifyIndex } from './verify-index.ts'

const now = Date.UTC(2026, 10, 20)
const sound = { missing: [], extra: [], stale: [], isOutdated: false, damage: null }

/** An index that does not know what was published, and the number of transactions in which it learns it. */
const buildBehind = async (engine: (typeof testEngines)[number]) => {
  const { store, directory, databaseUrl, destroy } = await createTestDatabase(engine, 'example-site')
  const searchDirectory = `${directory}/search`
  const index = openSearchIndex(store, searchDirectory, databaseUrl)
  const analyser = createAnalyser(searchDirectory)
  let transactions = 0
  const counted: SearchIndex = {
    ...index,
    withTransaction: (work) => {
      transactions += 1
      return index.withTransaction(work)
    },
  }
  onTestFinished(async () => {
    await index.close()
    await destroy()
  })
  return { store, databaseUrl, searchDirectory, index: counted, analyser, transactions: () => transactions }
}

const fail = (error: unknown): never => {
  throw error
}

describe.each(testEngines)('the keeper of an index on %s', (engine) => {
  it('applies many changes a few at a time, so that nobody waits long', async () => {
    const { store, index, analyser, transactions } = await buildBehind(engine)
    const publishing = createPublishing({ store, clock: () => now })
    const channel = (await store.db.select().from(store.tables.channels).limit(1))[0]
    for (let number = 0; number < changesAStep * 2 + 1; number += 1) {
      const id = `n${number}`
      await publishing.createDraft({ channelId: channel?.id ?? '', content: articleContent({ title: `第${number}篇` }), id })
      await publishing.publish(id)
    }
    const rebuildProcess = { rebuild: async () => fail('nothing to rebuild'), stop: () => undefined }
    const keeper = createIndexKeeper({ index, analyser, analysis: createLocalAnalysis(analyser), rebuildProcess, onError: fail })
    const behind = await index.countBehind()
    await keeper.refresh()
    expect(behind).toBeGreaterThan(changesAStep * 2)
    expect(transactions()).toBeGreaterThanOrEqual(Math.ceil(behind / changesAStep))
    expect(await index.countBehind()).toBe(0)
    await keeper.stop()
  })

  it('makes a large index anew in another process, and writes nothing itself', async () => {
    const { store, index, analyser, searchDirectory: directory, databaseUrl, transactions } = await buildBehind(engine)
    await generateCorpus({ store, articles: 250, seed: 'keeper', until: now, timeZone: 'Asia/Shanghai' })
    const search = createSearch({ store, analyser, clock: () => now, timeZone: 'Asia/Shanghai', directory, databaseUrl, onError: fail })
    await search.start()
    expect(readState(index.committed.index, 'analyser')).toBeNull()
    await search.settled()
    const report = await verifyIndex(index, analyser)
    expect(report).toEqual({ ...sound, articles: report.articles })
    expect(report.articles).toBeGreaterThan(240)
    expect(transactions()).toBe(0)
    await search.close()
  })
})
