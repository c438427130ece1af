import type { ArticleContent } from '@gazette/schema/article-content'
import { onTestFinished } from 'vitest'
import type { Dialect } from '../database/store.ts'
import { createChannel } from '../publishing/channel-writer.ts'
import { createPublishing } from '../publishing/publishing.ts'
import { createTestDatabase } from '../testing/test-engines.ts'
import { createAnalyser } from './analyser.ts'
import { createLocalAnalysis } from './analysis.ts'
import type { SearchAnswer, SearchRequest } from './create-finder.ts'
import { createSearch } from './create-search.ts'
import { indexOnCommit } from './index-on-commit.ts'

const asksForAll: Omit<SearchRequest, 'query'> = {
  filters: { channelIds: null },
  sort: 'relevance',
  start: { kind: 'offset', offset: 0 },
  limit: 100,
  facets: false,
  floor: null,
  reading: null,
}

/** Search and publishing on a database of their own, with the channels `c1` and `c2`, closed when the test ends. */
export const buildTestSearch = async (engine: Dialect) => {
  const database = await createTestDatabase(engine)
  const analyser = createAnalyser(database.directory)
  const store = indexOnCommit(database.store, analyser, createLocalAnalysis(analyser))
  const publishing = createPublishing({ store, clock: () => Date.UTC(2026, 10, 20) })
  const options = {
    store,
    analyser,
    clock: Date.now,
    timeZone: 'Asia/Shanghai',
    directory: `${database.directory}/search`,
    inProcess: true,
  }
  const errors: unknown[] = []
  const search = createSearch({ ...options, databaseUrl: database.databaseUrl, onError: (error) => errors.push(error) })
  onTestFinished(async () => {
    await search.close()
    await database.destroy()
  })
  await publishing.write(async (writing) => {
    for (const id of ['c1', 'c2']) {
      const channel = { id, segment: id, name: id, parentId: null, position: 0, description: '', keywords: [], columnType: '' }
      await createChannel(writing, channel)
    }
  })
  const find = async (query: string, request: Partial<SearchRequest> = {}): Promise<SearchAnswer> => {
    const answer = await search.find({ ...asksForAll, query, ...request })
    if ('kind' in answer) throw new Error(`too long: ${query}`)
    return answer
  }
  return {
    database,
    store,
    analyser,
    publishing,
    search,
    errors,
    find,
    /** Ids of what is found, best first. */
    ids: async (query: string, request: Partial<SearchRequest> = {}) =>
      (await find(query, request)).matches.map(({ articleId }) => articleId),
    async publish(id: string, content: ArticleContent, channelId = 'c1'): Promise<void> {
      await publishing.createDraft({ channelId, content, id })
      await publishing.publish(id)
    },
  }
}
export type TestSearch = Awaited<ReturnType<typeof buildTestSearch>>
