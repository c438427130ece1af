import { Article } from '@gazette/schema/article'
import { describe, expect, it } from 'vitest'
import { createDraft, publishArticle } from '../publishing/article-writer.ts'
import { updateChannel } from '../publishing/channel-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { listenOnPort, openConnection, readToEnd } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

/** Two of them fit in what a file of copies reads into at a time, all of them in no system's memory for a connection. */
const longText = '长'.repeat(9_000)
const slowIds = Array.from({ length: 400 }, (_, index) => `s${index}`)
const quickIds = Array.from({ length: 60 }, (_, index) => `z${index}`)

const publishLong = ({ publishing }: TestApp, ids: readonly string[]): Promise<void> =>
  publishing.write(async (writing) => {
    for (const id of ids) {
      const content = articleContent({ title: id, body: [{ type: 'paragraph', id: 'p1', spans: [{ text: `${id} ${longText}` }] }] })
      await createDraft(writing, { id, channelId: 'chzhxw', content })
      await publishArticle(writing, id)
    }
    // Whereupon all are made and copied anew.
    await updateChannel(writing, 'zwzx', { name: '政协要闻' })
  })

/** The text of an answer that is whole. */
const textOf = (answer: string): string | undefined => /[sz]\d+ 长+/.exec(JSON.stringify(Article.parse(JSON.parse(answer)).body))?.[0]

describe.each(testEngines)('an article that nobody asked for before, on %s', (engine) => {
  it('reaches a slow reader as it is, whatever is read for others meanwhile', async () => {
    const test = await buildTestApp({ engine, preparesArticles: true })
    await publishLong(test, [...slowIds, ...quickIds])
    const port = await listenOnPort(test.app)
    const unasked = quickIds.values()
    const askAnother = async (): Promise<number> => {
      const id = unasked.next().value ?? ''
      const before = test.store.statementCount()
      expect(textOf(await (await fetch(`http://127.0.0.1:${port}/v1/articles/${id}`)).text())).toBe(`${id} ${longText}`)
      return test.store.statementCount() - before
    }
    await expect.poll(askAnother, { timeout: 20_000, interval: 400 }).toBe(0)

    const slow = await openConnection(port)
    const requests = slowIds.map((id, index) => {
      const connection = index === slowIds.length - 1 ? 'close' : 'keep-alive'
      return `GET /v1/articles/${id} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\nConnection: ${connection}\r\n\r\n`
    })
    slow.write(requests.join(''))
    await expect.poll(() => slow.bytesRead).toBeGreaterThan(0)
    const statements: number[] = []
    while (statements.length < 5) statements.push(await askAnother())
    expect(statements).toContain(0)
    const answers = (await readToEnd(slow)).split('HTTP/1.1 200 OK\r\n').slice(1)
    expect(answers.map((answer) => textOf(answer.slice(answer.indexOf('\r\n\r\n'))))).toEqual(slowIds.map((id) => `${id} ${longText}`))
  })
})
