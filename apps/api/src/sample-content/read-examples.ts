import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { ArticleExample, ChannelExamples, MediaExamples, PlacementExamples, SiteFacts } from '@gazette/schema/example'

const folder = new URL('../examples/', pathToFileURL(createRequire(import.meta.url).resolve('@gazette/schema/example')))

const readJson = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, folder), 'utf8'))

/** Bytes of a file in `examples/media/`. */
export const readExampleFile = (fileName: string): Promise<Buffer> => readFile(new URL(`media/${fileName}`, folder))

/** All example documents, oldest article first, each with the name of its file (its situation). */
export const readExamples = async () => {
  const names = (await readdir(new URL('articles/', folder))).filter((name) => name.endsWith('.json')).sort()
  const articles = await Promise.all(
    names.map(async (name) => ({
      situation: name.replace(/\.json$/, ''),
      example: ArticleExample.parse(await readJson(`articles/${name}`)),
    })),
  )
  return {
    site: SiteFacts.parse(await readJson('site.json')),
    channels: ChannelExamples.parse(await readJson('channels.json')),
    placements: PlacementExamples.parse(await readJson('placements.json')),
    media: MediaExamples.parse(await readJson('media.json')),
    articles: articles.toSorted((a, b) => Date.parse(a.example.content.publishedAt) - Date.parse(b.example.content.publishedAt)),
  }
}
