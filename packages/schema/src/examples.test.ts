import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, ArticleKind, OfficialDocument } from './article-content.ts'
import { type ListItem, StoredBlock } from './block.ts'
import { ArticleExample, type ChannelExample, ChannelExamples, MediaExamples, PlacementExamples, SiteFacts } from './example.ts'
import { Mark, type Span } from './span.ts'

const folder = new URL('../examples/', import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

const fileNames = readdirSync(new URL('articles/', folder)).sort()
const articles = fileNames.map((fileName) => ArticleExample.parse(readJson(`articles/${fileName}`)))
const contents = articles.flatMap((article) => [...article.earlier, article.content])
const blocks = contents.flatMap((content) => content.body)
const media = MediaExamples.parse(readJson('media.json'))

const flatten = (nodes: ChannelExample[], above: string[] = []): { id: string; way: string[]; leaf: boolean }[] =>
  nodes.flatMap(({ id, segment, children }) => {
    const way = [...above, segment]
    return [{ id, way, leaf: children.length === 0 }, ...flatten(children, way)]
  })
const channels = flatten(ChannelExamples.parse(readJson('channels.json')))

const spansOfItems = (items: ListItem[]): Span[] => items.flatMap((item) => [...item.spans, ...spansOfItems(item.items)])
const spansOf = (block: StoredBlock): Span[] => {
  if (block.type === 'list') return spansOfItems(block.items)
  if (block.type === 'table') return block.rows.flat().flatMap((cell) => cell.spans)
  return 'spans' in block ? block.spans : []
}
const spans = blocks.flatMap(spansOf)

const mediaIdsOf = (block: StoredBlock): string[] => {
  if (block.type === 'gallery') return block.items.map((item) => item.media.id)
  if (block.type === 'video') return [block.media.id, ...(block.poster ? [block.poster.id] : [])]
  return 'media' in block ? [block.media.id] : []
}
const mediaIds = contents.flatMap((content) => [
  ...(content.cover ? [content.cover.media.id] : []),
  ...content.attachments.map((attachment) => attachment.media.id),
  ...content.body.flatMap(mediaIdsOf),
])

const seen = (values: (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))].sort()
const saysItIsSample = (content: ArticleContent): boolean => {
  const last = content.body.at(-1)
  const [keyword, words] = content.language === 'en' ? ['sample', 'sample content'] : ['示例', '示例内容']
  return content.keywords.includes(keyword) && last?.type === 'callout' && last.spans.some((span) => span.text.includes(words))
}

describe('the example articles', () => {
  it.each(fileNames)('%s says everything the schema knows and nothing else', (fileName) => {
    const raw = readJson(`articles/${fileName}`)
    expect(ArticleExample.parse(raw)).toEqual(raw)
  })

  it('are named for their situation', () => {
    expect(fileNames.filter((name) => !/^[a-z]+(-[a-z]+)*\.json$/.test(name))).toEqual([])
  })

  it('have ids of their own', () => {
    expect(seen(articles.map((article) => article.id))).toHaveLength(articles.length)
  })

  it('stand in channels that exist', () => {
    const paths = channels.map((channel) => channel.way.join('/'))
    expect(articles.filter((article) => !paths.includes(article.channel))).toEqual([])
  })

  it('all say that they are samples', () => {
    expect(contents.filter((content) => !saysItIsSample(content)).map((content) => content.title)).toEqual([])
  })

  it('give each block an id of its own', () => {
    for (const { body } of contents) expect(seen(body.map((block) => block.id))).toHaveLength(body.length)
  })

  it('never indent with characters', () => {
    expect(blocks.filter((block) => block.type === 'paragraph' && /^\s/.test(block.spans[0]?.text ?? ''))).toEqual([])
  })

  it('say why and when an article ended, if and only if it did', () => {
    for (const { status, reason, at } of articles) {
      const ended = status === 'withdrawn' || status === 'removed'
      expect([reason !== null, at !== null]).toEqual([ended, ended])
    }
  })
})

describe('the example tables', () => {
  it('have rows of one width once spans are laid out', () => {
    for (const table of blocks.filter((block) => block.type === 'table')) {
      const widths = table.rows.map(() => 0)
      table.rows.forEach((row, index) => {
        for (const cell of row) {
          for (let below = index; below < index + cell.rowSpan; below++) widths[below] = (widths[below] ?? 0) + cell.columnSpan
        }
      })
      expect(seen(widths.map(String))).toHaveLength(1)
    }
  })
})

describe('together the examples', () => {
  it('use every block type', () => {
    expect(seen(blocks.map((block) => block.type))).toEqual(seen(StoredBlock.options.map((option) => option.shape.type.value)))
  })

  it('use every mark', () => {
    expect(seen(spans.flatMap((span) => span.marks ?? []))).toEqual(seen(Mark.options))
  })

  it('use every kind of article', () => {
    expect(seen(articles.map((article) => article.content.kind))).toEqual(seen(ArticleKind.options))
  })

  it('use every status, origin and precision', () => {
    expect(seen(articles.map((article) => article.status))).toEqual(seen(ArticleExample.shape.status.options))
    expect(seen(contents.map((content) => content.origin))).toEqual(['original', 'reprint'])
    expect(seen(contents.map((content) => content.publishedPrecision))).toEqual(['day', 'minute', 'second'])
  })

  it('use every heading level, tone and validity', () => {
    expect(seen(blocks.map((block) => (block.type === 'heading' ? String(block.level) : undefined)))).toEqual(['2', '3', '4'])
    expect(seen(blocks.map((block) => (block.type === 'callout' ? block.tone : undefined)))).toEqual(['important', 'note', 'warning'])
    expect(seen(contents.map((content) => content.official?.validity ?? undefined))).toEqual(
      seen(OfficialDocument.shape.validity.unwrap().options),
    )
  })

  it('link within text, mark foreign languages and break lines', () => {
    expect(spans.some((span) => span.href?.startsWith('/'))).toBe(true)
    expect(seen(spans.map((span) => span.language))).toContain('en')
    expect(spans.some((span) => span.text.includes('\n'))).toBe(true)
  })

  it('hold two articles published at the same instant', () => {
    const instants = articles.map((article) => article.content.publishedAt)
    expect(seen(instants).length).toBeLessThan(instants.length)
  })

  it('link only to articles that are there', () => {
    const links = spans.flatMap((span) => (span.href?.startsWith('/articles/') ? [span.href.slice('/articles/'.length)] : []))
    expect(links.filter((id) => !articles.some((article) => article.id === id && article.status === 'published'))).toEqual([])
  })
})

describe('the example channels', () => {
  it('have ids and paths of their own, three levels deep', () => {
    expect(seen(channels.map((channel) => channel.id))).toHaveLength(channels.length)
    expect(seen(channels.map((channel) => channel.way.join('/')))).toHaveLength(channels.length)
    expect(Math.max(...channels.map((channel) => channel.way.length))).toBe(3)
  })

  it('leave no channel empty', () => {
    const filled = articles.filter((article) => article.status === 'published').map((article) => article.channel)
    expect(channels.filter((channel) => channel.leaf && !filled.includes(channel.way.join('/')))).toEqual([])
  })
})

describe('the example placements', () => {
  it('pin published articles, on the home page and in channels, with and without emphasis', () => {
    const placements = PlacementExamples.parse(readJson('placements.json'))
    const published = articles.filter(({ status }) => status === 'published').map(({ id }) => id)
    expect(placements.filter(({ articleId }) => !published.includes(articleId))).toEqual([])
    expect(
      placements
        .map(({ channel }) => channel)
        .filter((channel) => channel !== null && !channels.some(({ way }) => way.join('/') === channel)),
    ).toEqual([])
    for (const isHome of [true, false]) {
      const there = placements.filter(({ channel }) => (channel === null) === isHome)
      expect(seen(there.map(({ highlighted }) => String(highlighted)))).toEqual(['false', 'true'])
    }
  })
})

const signatures: Record<string, RegExp> = {
  'image/jpeg': /^ffd8ff/,
  'image/png': /^89504e470d0a1a0a/,
  'audio/wav': /^52494646.{8}57415645/,
  'video/mp4': /^.{8}66747970/,
  'application/pdf': /^255044462d/,
  'text/csv': /^efbbbf/,
}

describe('the example files', () => {
  it.each(media)('$fileName is what its type says', ({ fileName, mimeType }) => {
    const head = readFileSync(new URL(`media/${fileName}`, folder))
      .subarray(0, 16)
      .toString('hex')
    expect(head).toMatch(signatures[mimeType] ?? /^no known type$/)
  })

  it('are all described, and everything described is there', () => {
    expect(seen(media.map((file) => file.fileName))).toEqual(readdirSync(new URL('media/', folder)).sort())
    expect(seen(media.map((file) => file.id))).toHaveLength(media.length)
  })

  it('are exactly those the articles show', () => {
    expect(seen(mediaIds)).toEqual(seen(media.map((file) => file.id)))
  })

  it('stay below three megabytes', () => {
    const bytes = media.map((file) => readFileSync(new URL(`media/${file.fileName}`, folder)).length)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
  })
})

describe('the example site', () => {
  it('says everything the schema knows, and that it is a sample', () => {
    const raw = readJson('site.json')
    const site = SiteFacts.parse(raw)
    expect(site).toEqual(raw)
    expect(site.siteIdCode).toMatch(/^(bm\d{8}|\d{10})$/)
    for (const fact of [site.name, site.sponsor, site.icpNumber, site.publicSecurityNumber]) expect(fact).toContain('示例')
  })
})
