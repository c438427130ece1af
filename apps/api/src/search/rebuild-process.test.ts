import { expect, it, onTestFinished } from 'vitest'
import { generateCorpus } from '../generating/generate-corpus.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { createAnalyser } from './analyser.ts'
import { openSearchIndex } from './open-search-index.ts'
import { createRebuildProcess } from './rebuild-process.ts'
import { verifyIndex } from './verify-index.ts'

it.each(testEngines)('ends when it is stopped, and the next one comes to the end: on %s', async (engine) => {
  const { store, directory, databaseUrl, destroy } = await createTestDatabase(engine, 'example-site')
  const searchDirectory = `${directory}/search`
  const index = openSearchIndex(store, searchDirectory, databaseUrl)
  onTestFinished(async () => {
    await index.close()
    await destroy()
  })
  await generateCorpus({ store, articles: 120, seed: 'rebuild', until: Date.UTC(2026, 10, 20), timeZone: 'Asia/Shanghai' })
  const rebuild = createRebuildProcess({ databasePath: engine === 'sqlite' ? index.path : null, databaseUrl, directory: searchDirectory })
  const stopped = rebuild.rebuild(true)
  rebuild.stop()
  expect(await stopped).toBe(false)
  expect(await rebuild.rebuild(false)).toBe(true)
  expect((await verifyIndex(index, createAnalyser(searchDirectory))).missing).toEqual([])
})

it('fails with what went wrong in the process, and with the code of the error', async () => {
  const file = new URL(import.meta.url).pathname
  const rebuild = createRebuildProcess({ databasePath: `${file}/gazette.db`, databaseUrl: '', directory: `${file}/search` })
  await expect(rebuild.rebuild(true)).rejects.toMatchObject({
    message: expect.stringMatching(/^A rebuild failed: .*file already exists/),
    code: 'EEXIST',
  })
})
