import { Problem } from '@gazette/schema/problem'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { damageIndex } from '../testing/damage-index.ts'
import { testEngines } from '../testing/test-engines.ts'
import { createAnalyser } from './analyser.ts'
import { createLocalAnalysis } from './analysis.ts'
import { buildTestSearch } from './build-test-search.ts'
import { isIndexDamage } from './index-damage.ts'
import { openSearchIndex } from './open-search-index.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { verifyIndex } from './verify-index.ts'

const sound = { missing: [], extra: [], stale: [], isOutdated: false, damage: null }
const damages = [null, 'search_text_data', 'search_title_config', 'search_documents', 'search_vocabulary', 'search_state']

describe.each(testEngines)('a damaged index on %s', (engine) => {
  const build = async () => {
    const built = await buildTestSearch(engine)
    for (const id of ['a1', 'a2', 'a3']) await built.publish(id, articleContent({ title: '政协消息' }))
    await built.ids('政协')
    return built
  }
  /** As a command does: with connections of its own. */
  const openAgain = async ({ database, analyser }: Awaited<ReturnType<typeof build>>) => {
    const index = openSearchIndex(await database.reopen(), `${database.directory}/search`, database.databaseUrl)
    onTestFinished(() => index.close())
    return { index, analyser, analysis: createLocalAnalysis(analyser), batch: 2, fromStart: true }
  }

  it.each(damages)('is told for what it is, and a rebuild repairs it, where %s is damaged', async (table) => {
    const built = await build()
    damageIndex((await openAgain(built)).index.path, table)
    const options = await openAgain(built)
    const report = await verifyIndex(options.index, built.analyser)
    expect(report).toEqual({ ...sound, articles: 0, damage: expect.stringMatching(/corrupt|malformed|constructor failed/) })
    expect(await rebuildIndex(options)).toBe(true)
    expect(await verifyIndex(options.index, built.analyser)).toEqual({ ...sound, articles: 3 })
    expect(await built.ids('政协')).toHaveLength(3)
  })

  it('keeps nobody from publishing, and what was published meanwhile is found once it is repaired', async () => {
    const built = await build()
    const options = await openAgain(built)
    damageIndex(options.index.path, null)
    await built.publish('a4', articleContent({ title: '政协新消息' }))
    await expect(built.ids('政协')).rejects.toMatchObject({ code: 'service-unavailable' })
    expect(built.errors).toHaveLength(1)
    await rebuildIndex(options)
    expect(await built.ids('政协')).toHaveLength(4)
    await built.publish('a5', articleContent({ title: '政协又一消息' }))
    expect(await built.ids('政协')).toHaveLength(5)
  })

  it('answers nothing half made: a search waits for the end of the repair', async () => {
    const built = await build()
    const options = await openAgain(built)
    damageIndex(options.index.path, null)
    const stopping = new AbortController()
    expect(await rebuildIndex({ ...options, onProgress: ({ done }) => done > 0 && stopping.abort(), signal: stopping.signal })).toBe(false)
    await expect(built.ids('政协')).rejects.toMatchObject({ code: 'service-unavailable' })
    expect(await rebuildIndex({ ...options, fromStart: false })).toBe(true)
    expect(await built.ids('政协')).toHaveLength(3)
  })

  it('takes search away from readers and nothing else', async () => {
    const { app, store, database, publish } = await buildTestApp({ engine })
    await publish(articleContent({ title: '政协消息' }), 'chzhxw', 'a1')
    expect((await app.inject('/v1/search?q=政协')).json().total).toBe(1)
    const directory = `${database.directory}/search`
    const index = openSearchIndex(store, directory, database.databaseUrl)
    onTestFinished(() => index.close())
    damageIndex(index.path, null)
    const refused = await app.inject({ url: '/v1/search?q=消息', headers: { 'accept-language': 'en' } })
    expect(refused.statusCode).toBe(503)
    expect(Problem.parse(refused.json())).toMatchObject({ code: 'service-unavailable', detail: expect.stringContaining('gazette reindex') })
    expect(refused.body).not.toMatch(/fts5|sqlite/i)
    for (const url of ['/v1/articles', '/v1/articles/a1', '/v1/changes', '/readyz'])
      expect((await app.inject(url)).statusCode, url).toBe(200)
    const analyser = createAnalyser(directory)
    await rebuildIndex({ index, analyser, analysis: createLocalAnalysis(analyser), batch: 100, fromStart: true })
    expect((await app.inject('/v1/search?q=消息')).json().total).toBe(1)
  })
})

it.each([
  ['SQLITE_CORRUPT_VTAB', true],
  ['SQLITE_NOTADB', true],
  // What FTS5 makes of a record whose lengths are nonsense.
  ['SQLITE_NOMEM', true],
  ['SQLITE_BUSY', false],
  ['SQLITE_IOERR_READ', false],
])('takes %s for damage of the index: %s', (code, isDamage) => {
  const error = new BetterSqlite.SqliteError('said by SQLite', code)
  expect([isIndexDamage(error), isIndexDamage(new Error('a search failed', { cause: error }))]).toEqual([isDamage, isDamage])
})
