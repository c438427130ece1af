import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { generateCorpus } from '../generating/generate-corpus.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { listenOnPort, openConnection, readToEnd } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

const url = '/v1/export/articles.ndjson'
// Fewer bytes than the system takes at once: nothing but the export itself would give others their turn.
const articles = 300

describe.each(testEngines)('an export on %s', (engine) => {
  it('lets others be answered between its batches, however quick its reader is', async () => {
    const { app, store } = await buildTestApp({ engine })
    await generateCorpus({ store, articles, seed: '1', until: Date.parse('2026-11-20T00:00:00+08:00'), timeZone: 'Asia/Shanghai' })
    const port = await listenOnPort(app)
    const begin = store.statementCount()
    await app.inject(url)
    const forAll = store.statementCount() - begin
    const [exporting, asking] = await Promise.all([openConnection(port), openConnection(port)])
    const exported = readToEnd(exporting)
    const before = store.statementCount()
    exporting.write(`GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    asking.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const [answer] = await once(asking, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1.1 200/)
    expect(store.statementCount() - before).toBeLessThan(forAll / 2)
    expect((await exported).split('\n').filter((line) => line.startsWith('{')).length).toBeGreaterThan(articles / 2)
  })
})
