import { writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sql } from '../database/drizzle.ts'
import { articleContent } from '../testing/article-factory.ts'
import { explainQuery } from '../testing/explain-query.ts'
import { testEngines } from '../testing/test-engines.ts'
import { createAnalyser } from './analyser.ts'
import { createAnalysisThreads } from './analysis.ts'
import { buildTestSearch, type TestSearch } from './build-test-search.ts'
import { createIndexKeeper } from './index-keeper.ts'
import { openSearchIndex } from './open-search-index.ts'
import { selectNext } from './rebuild-batches.ts'
import { type RebuildOptions, rebuildIndex } from './rebuild-index.ts'
import { selectPublished, verifyIndex } from './verify-index.ts'

const openIndex = ({ store, database }: TestSearch) => {
  const index = openSearchIndex(store, `${database.directory}/search`, database.databaseUrl)
  onTestFinished(() => index.close())
  return index
}
const sound = { missing: [], extra: [], stale: [], isOutdated: false, damage: null }

describe('a walk through all published articles', () => {
  const places = async () => {
    const { store } = await buildTestSearch('sqlite')
    return { tables: store.tables, articles: store.db, index: store.db }
  }

  it('to compare them with the index begins each page where the last one ended, without sorting', async () => {
    expect(await explainQuery(selectPublished(await places(), 'a'))).toEqual([
      'SEARCH articles USING INDEX articles_by_id (status=? AND id>?)',
    ])
  })

  it('to rebuild the index begins each batch where the last one ended, without sorting', async () => {
    const plan = await explainQuery(selectNext(await places(), { publishedAt: 1, id: 'a' }, 100))
    expect(plan[0]).toMatch(/^SEARCH articles USING INDEX articles_by_publication \(status=\? AND \(?published_at/)
    expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN/)
  })
})

describe.each(testEngines)('the life of the index on %s', (engine) => {
  const build = async () => {
    const built = await buildTestSearch(engine)
    for (const day of ['05', '02', '04', '01', '03']) {
      await built.publish(`d${day}`, articleContent({ title: '政协消息', publishedAt: `2026-01-${day}T08:00:00+08:00` }))
    }
    await built.ids('政协')
    const index = openIndex(built)
    const analysis = createAnalysisThreads(built.database.directory)
    onTestFinished(() => analysis.close())
    const options: RebuildOptions = { index, analyser: built.analyser, analysis, batch: 2 }
    return { ...built, index, options }
  }

  it('is the same as the articles after publishing', async () => {
    const { index, analyser } = await build()
    expect(await verifyIndex(index, analyser)).toEqual({ ...sound, articles: 5 })
  })

  it('tells what is missing, too much and stale, and a rebuild puts it right', async () => {
    const { index, analyser, options, ids } = await build()
    await index.withTransaction(async ({ index: db }) => {
      db.run(sql`DELETE FROM search_documents WHERE article_id = 'd01'`)
      db.run(sql`UPDATE search_documents SET article_id = 'gone' WHERE article_id = 'd02'`)
      db.run(sql`UPDATE search_documents SET content_hash = 'other' WHERE article_id = 'd03'`)
    })
    expect(await verifyIndex(index, analyser)).toEqual({ ...sound, articles: 5, missing: ['d01', 'd02'], extra: ['gone'], stale: ['d03'] })
    expect(await rebuildIndex({ ...options, fromStart: true })).toBe(true)
    expect(await verifyIndex(index, analyser)).toEqual({ ...sound, articles: 5 })
    expect(await ids('政协')).toEqual(['d05', 'd04', 'd03', 'd02', 'd01'])
  })

  it('numbers documents in the order of publication once rebuilt', async () => {
    const { index, options } = await build()
    await rebuildIndex({ ...options, fromStart: true })
    const rows = index.committed.index.all<{ id: string }>(sql`SELECT article_id AS id FROM search_documents ORDER BY docid`)
    expect(rows.map(({ id }) => id)).toEqual(['d01', 'd02', 'd03', 'd04', 'd05'])
  })

  it('continues an interrupted rebuild where it stopped, and finds everything meanwhile', async () => {
    const { options, ids, publish } = await build()
    const stopping = new AbortController()
    const seen: number[] = []
    const onProgress = ({ done }: { done: number }) => {
      seen.push(done)
      if (done === 2) stopping.abort()
    }
    expect(await rebuildIndex({ ...options, fromStart: true, onProgress, signal: stopping.signal })).toBe(false)
    await publish('new', articleContent({ title: '政协新消息' }))
    expect(await ids('政协')).toHaveLength(6)
    const resumed: number[] = []
    expect(await rebuildIndex({ ...options, onProgress: ({ done }) => resumed.push(done) })).toBe(true)
    expect(resumed[0]).toBeGreaterThanOrEqual(2)
    expect(await ids('政协')).toHaveLength(6)
  })

  it('is outdated when the operator’s dictionary changes, until it is rebuilt', async () => {
    const { index, database, options } = await build()
    writeFileSync(`${database.directory}/dictionary.txt`, '某某新词\n')
    const changed = createAnalyser(database.directory)
    expect((await verifyIndex(index, changed)).isOutdated).toBe(true)
    await rebuildIndex({ ...options, analyser: changed })
    expect(await verifyIndex(index, changed)).toEqual({ ...sound, articles: 5 })
  })

  it('notices at the next start that the database is another one', async () => {
    const { index, analyser, options } = await build()
    await index.withTransaction(async ({ index: db }) => {
      db.run(sql`UPDATE search_state SET value = 'something else' WHERE name = 'appliedMark'`)
      db.run(sql`UPDATE search_documents SET article_id = 'gone' WHERE article_id = 'd02'`)
    })
    const onError = (error: unknown) => expect(error).toBeUndefined()
    const rebuildProcess = { rebuild: async () => false, stop: () => undefined }
    const keeper = createIndexKeeper({ index, analyser, analysis: options.analysis, rebuildProcess, onError })
    await keeper.start()
    expect(await verifyIndex(index, analyser)).toEqual({ ...sound, articles: 5 })
  })

  it('follows the operator’s synonyms', async () => {
    const { database } = await build()
    writeFileSync(`${database.directory}/synonyms.txt`, '会议 = 例会 # the same\n手机 > 移动电话\n')
    const { synonyms } = createAnalyser(database.directory)
    expect([...synonyms]).toEqual([
      ['会议', ['例会']],
      ['例会', ['会议']],
      ['手机', ['移动电话']],
    ])
  })
})
