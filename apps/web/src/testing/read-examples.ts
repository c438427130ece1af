import { readdirSync, readFileSync } from 'node:fs'
import type { ArticleContent } from '@gazette/schema/article-content'
import { ArticleExample, ChannelExamples, MediaExamples, SiteFacts } from '@gazette/schema/example'
import type { Site } from '@gazette/schema/site'
import { ReaderArticle } from '../content-api/reader-article.ts'

const folder = new URL('../../../../packages/schema/examples/', import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

export const siteUrl = 'https://www.example.org'
export const apiUrl = 'https://api.example.org'

export const exampleSite: Site = {
  ...SiteFacts.parse(readJson('site.json')),
  url: siteUrl,
  apiUrl,
  timeZone: 'Asia/Shanghai',
  sample: true,
}

const media = new Map(MediaExamples.parse(readJson('media.json')).map((item) => [item.id, item]))

const toMedia = (reference: unknown): unknown => {
  const { id } = reference as { id: string }
  const item = media.get(id)
  if (!item) throw new Error(`No medium ${id}`)
  return { ...item, url: `${apiUrl}/media/${id}/${encodeURIComponent(item.fileName)}`, bytes: 2048, variants: [] }
}

/** Stored content points at files; what is read carries them. */
const withMedia = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withMedia)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, (key === 'media' || key === 'poster') && inner ? toMedia(inner) : withMedia(inner)]),
  )
}

const nameOfChannel = (path: string): string => {
  const segments = path.split('/')
  let channels = ChannelExamples.parse(readJson('channels.json'))
  let name = ''
  for (const segment of segments) {
    const channel = channels.find((candidate) => candidate.segment === segment)
    name = channel?.name ?? ''
    channels = channel?.children ?? []
  }
  return name
}

const toArticle = (example: ArticleExample, content: ArticleContent): ReaderArticle =>
  ReaderArticle.parse({
    ...(withMedia(content) as object),
    id: example.id,
    status: example.status === 'withdrawn' ? 'withdrawn' : 'published',
    channel: { id: 'c1', path: example.channel, name: nameOfChannel(example.channel) },
    breadcrumbs: [
      { id: null, path: '', name: '首页', url: `${siteUrl}/` },
      { id: 'c1', path: example.channel, name: nameOfChannel(example.channel), url: `${siteUrl}/${example.channel}/` },
    ],
    updatedAt: content.publishedAt,
    publishedOn: content.publishedAt.slice(0, 10),
    revision: 1,
    wordCount: 100,
    readingMinutes: 1,
    url: `${siteUrl}/articles/${example.id}`,
    contentHash: 'hash',
    legacyUrls: example.legacyUrls,
    withdrawal: example.status === 'withdrawn' ? { reason: example.reason ?? '', at: example.at ?? content.publishedAt } : null,
  })

/** Every example document by its situation, as the API would answer it. */
export const exampleArticles: ReadonlyMap<string, ReaderArticle> = new Map(
  readdirSync(new URL('articles/', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const example = ArticleExample.parse(readJson(`articles/${name}`))
      return [name.replace(/\.json$/, ''), toArticle(example, example.content)]
    }),
)

/** One example by its situation. */
export const getExample = (situation: string): ReaderArticle => {
  const article = exampleArticles.get(situation)
  if (!article) throw new Error(`No example ${situation}`)
  return article
}
