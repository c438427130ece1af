import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleExample, ChannelExample, MediaExample, PlacementExamples } from '@gazette/schema/example'
import { readChannelTree } from '../channels/channel-queries.ts'
import type { Store } from '../database/store.ts'
import { parseImport } from '../importing/import-page.ts'
import { storeArticle } from '../importing/storing/store-article.ts'
import { storeFile } from '../media/media-store.ts'
import { pinArticle, placementsMaximum } from '../placements/placement-writer.ts'
import { createDraft, publishArticle, removeArticle, reviseArticle, type Writing, withdrawArticle } from '../publishing/article-writer.ts'
import { createChannel } from '../publishing/channel-writer.ts'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { isEmpty, markAsSample, writeSiteFacts } from '../site/site-facts.ts'
import { readExampleFile, readExamples } from './read-examples.ts'

const createChannels = async (writing: Writing, examples: readonly ChannelExample[], parentId: string | null): Promise<void> => {
  for (const [position, { children, ...channel }] of examples.entries()) {
    await createChannel(writing, { ...channel, parentId, position })
    await createChannels(writing, children, channel.id)
  }
}

/** Keeps the files the examples show. */
export const storeExampleFiles = async (writing: Writing, mediaDirectory: string, examples: readonly MediaExample[]): Promise<void> => {
  for (const example of examples) await storeFile(writing, mediaDirectory, example, await readExampleFile(example.fileName))
}

const endExample = async (writing: Writing, { id, status, reason, at }: ArticleExample): Promise<void> => {
  const then = at === null ? writing : { ...writing, now: Date.parse(at) }
  if (status === 'withdrawn') await withdrawArticle(then, id, reason ?? '')
  if (status === 'removed') await removeArticle(then, id, reason ?? '')
}

/** Takes an example through its life: every earlier revision, publication, and its end if it has one. */
export const createExampleArticle = async (writing: Writing, example: ArticleExample): Promise<void> => {
  const channel = (await readChannelTree(writing, writing.db)).findByPath(example.channel)
  if (!channel) throw new Error(`Example ${example.id} stands in an unknown channel: ${example.channel}`)
  const [first = example.content, ...later] = [...example.earlier, example.content]
  await createDraft(writing, { id: example.id, channelId: channel.id, content: first })
  if (example.status === 'draft') return
  await publishArticle(writing, example.id)
  for (const content of later) {
    await reviseArticle(writing, example.id, content)
    await publishArticle(writing, example.id)
  }
  for (const url of example.legacyUrls) await addRedirect(writing, url, { articleId: example.id })
  await endExample(writing, example)
}

/** Pins what the examples pin, each behind the one before it. */
export const pinExamples = async (writing: Writing, examples: PlacementExamples): Promise<void> => {
  const tree = await readChannelTree(writing, writing.db)
  for (const { articleId, channel, highlighted } of examples) {
    const channelId = channel === null ? null : (tree.findByPath(channel)?.id ?? channel)
    await pinArticle(writing, { articleId, channelId, highlighted, endsAt: null, position: placementsMaximum })
  }
}

/** The first real article goes in as its readers would bring it: as the text copied from its page. */
const importRealArticle = async (writing: Writing, mediaDirectory: string, timeZone: string): Promise<void> => {
  const path = fileURLToPath(new URL('../../fixtures/importing/shangyu-cppcc-2024-11-28.txt', import.meta.url))
  const parsed = parseImport({ bytes: await readFile(path), fileName: path, timeZone, format: 'text' })
  const place = { pagePath: path, root: dirname(path) }
  await storeArticle({ writing, mediaDirectory, place, parsed, channelPath: null, publish: true, timeZone })
}

/** Writes the channels of the examples. */
export const createExampleChannels = async (writing: Writing): Promise<void> => {
  const { channels } = await readExamples()
  await createChannels(writing, channels, null)
}

/** Writes the channels, files and site facts of the examples. */
export const createExampleSite = async (writing: Writing, mediaDirectory: string): Promise<void> => {
  const examples = await readExamples()
  await writeSiteFacts(writing.tables, writing.db, examples.site)
  await createChannels(writing, examples.channels, null)
  await storeExampleFiles(writing, mediaDirectory, examples.media)
}

export type SampleOptions = { store: Store; mediaDirectory: string; timeZone: string; now: number }

/**
 * Fills an empty database with the sample portal, in one transaction. A database with anything in it is left alone.
 * @returns whether it was filled
 */
export const loadSampleContent = async ({ store, mediaDirectory, timeZone, now }: SampleOptions): Promise<boolean> => {
  if (!(await isEmpty(store))) return false
  const { articles, placements } = await readExamples()
  return store.withTransaction(async (db) => {
    // Two processes may have found it empty; the second one waited for its turn to write.
    if (!(await isEmpty({ ...store, db }))) return false
    const writing: Writing = { tables: store.tables, db, now }
    await createExampleSite(writing, mediaDirectory)
    for (const { example } of articles) await createExampleArticle(writing, example)
    await pinExamples(writing, placements)
    await importRealArticle(writing, mediaDirectory, timeZone)
    await markAsSample(store.tables, db)
    return true
  })
}
