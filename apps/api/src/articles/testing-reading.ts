import { onTestFinished } from 'vitest'
import { createAddresses } from '../addresses.ts'
import { createChangeFollower } from '../changes/change-follower.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { updateChannel } from '../publishing/channel-writer.ts'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { type TestApp, testApiUrl, testSiteUrl } from '../testing/build-test-app.ts'
import { makeArticleDocument, readArticleDocument } from './article-document.ts'
import { createReadyArticles } from './ready-articles.ts'

/** What a process reads articles with, beside the one that writes. */
export const createReading = async ({ store }: TestApp, program = 'this program') => {
  const channels = createChannelSnapshot(store)
  // A look that is under way when the test ends finds no database any more.
  const follower = createChangeFollower(store, [channels], () => undefined)
  await follower.start()
  onTestFinished(() => follower.stop())
  const addresses = createAddresses({ siteUrl: testSiteUrl, apiUrl: testApiUrl })
  const readyArticles = createReadyArticles(store, program)
  const options = { store, channels, addresses, timeZone: 'Asia/Shanghai', follower, readyArticles }
  return {
    options,
    ready: readyArticles,
    read: async (id: string) => String(await readArticleDocument(options, id, 'blocks')),
    async makeReady(id: string) {
      await makeArticleDocument(options, id)
      await readyArticles.keep()
    },
  }
}

/** Everything that changes what is said about an article, here `a1`. */
export const changes: { does: string; write: (test: TestApp) => Promise<unknown>; shows: string }[] = [
  { does: 'a correction', write: ({ publishing }) => publishing.correct('a1', articleContent({ title: '更正后' })), shows: '更正后' },
  { does: 'a move', write: ({ publishing }) => publishing.move('a1', 'xxgk'), shows: '"path":"xxgk"' },
  { does: 'a withdrawal', write: ({ publishing }) => publishing.withdraw('a1', '数据有误'), shows: '数据有误' },
  {
    does: 'an old address',
    write: ({ publishing }) => publishing.write((writing) => addRedirect(writing, 'http://old.example/1.html', { articleId: 'a1' })),
    shows: 'http://old.example/1.html',
  },
  {
    does: 'a channel of another name',
    write: ({ publishing }) => publishing.write((writing) => updateChannel(writing, 'zwzx', { name: '政协要闻' })),
    shows: '政协要闻',
  },
]
