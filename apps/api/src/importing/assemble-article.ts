import type { ArticleContent, Contributor } from '@gazette/schema/article-content'
import { assignBlockIds } from './assign-block-ids.ts'
import { attachCaptions } from './attach-captions.ts'
import type { MediaCollector } from './collect-media.ts'
import { type Draft, toSpansText } from './draft-block.ts'
import { dropLinkMarkers } from './drop-link-markers.ts'
import { isText } from './flatten-drafts.ts'
import { guessKind } from './guess-kind.ts'
import { ImportError } from './import-error.ts'
import { lintPunctuation } from './lint-punctuation.ts'
import type { Published } from './parse-published.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { mergeContributors } from './read-contributors.ts'
import { findTrailingSignature, recogniseByline } from './recognise-signature.ts'
import type { Report } from './report.ts'
import { reportRareCharacters } from './report-rare-characters.ts'
import type { TitleParts } from './split-title.ts'
import { toBlocks } from './to-blocks.ts'

/** Everything known of one article once its text and the facts around it are parted. */
export type ArticleParts = {
  title: TitleParts
  drafts: Draft[]
  authors: readonly Contributor[]
  editors: readonly Contributor[]
  source: ArticleContent['source']
  origin: ArticleContent['origin']
  published: Published | null
  summary: string
  keywords: readonly string[]
  /** Address of the image declared for the article, as found; empty when none. */
  cover: string
  official: ArticleContent['official']
  /** Documents linked outside the text. */
  attachments: ArticleContent['attachments']
  trail: string[]
  legacyUrl: string | null
}

const readWriters = (drafts: readonly Draft[], known: readonly Contributor[], report: Report): Contributor[] => {
  const texts = drafts.filter(isText)
  const [first] = texts
  const last = texts.at(-1)
  let authors = [...known]
  const trailing = last === undefined ? null : findTrailingSignature(last.text)
  if (trailing !== null) {
    authors = mergeContributors(authors, trailing.authors)
    report.add('author-signature', trailing.signature)
    report.add('signature-in-text', trailing.signature)
  }
  const byline = first === undefined ? null : recogniseByline(first.text)
  if (byline !== null && (authors.length === 0 || byline.alone)) {
    authors = mergeContributors(authors, byline.authors)
    report.add('author-byline', byline.authors.map(({ name }) => name).join('、'))
  }
  return authors
}

const reportMissing = ({ published, source, trail }: ArticleParts, authors: readonly Contributor[], report: Report): void => {
  if (source === null) report.add('no-source')
  if (published === null) report.add('no-date')
  else if (published.publishedPrecision === 'day') report.add('no-time', published.publishedOn)
  if (trail.length === 0) report.add('no-trail')
  if (authors.length === 0) report.add('no-author')
}

const findCover = (cover: string, body: ArticleContent['body'], media: MediaCollector): ArticleContent['cover'] => {
  if (cover === '') return null
  const id = media.add('image', cover)
  const image = body.find((block) => block.type === 'image' && block.media.id === id)
  return image?.type === 'image'
    ? { media: { id }, alt: image.alt, caption: image.caption, credit: image.credit }
    : { media: { id }, alt: '', caption: null, credit: null }
}

const listAttachments = (drafts: readonly Draft[]): ArticleContent['attachments'] => {
  const titles = new Map<string, string>()
  for (const draft of drafts) {
    if (draft.type !== 'text') continue
    const linked = draft.spans.filter((span) => span.href !== undefined)
    for (const [index, id] of draft.files.entries()) {
      const title = draft.files.length === 1 ? draft.text : linked[index]?.text
      if (!titles.has(id)) titles.set(id, (title ?? draft.text).slice(0, 200))
    }
  }
  return [...titles].map(([id, title]) => ({ media: { id }, title }))
}

/**
 * Puts an article together: captions and headings recognised, ids given, what is missing reported.
 * @throws ImportError `no-content` when nothing of a body is left
 */
export const assembleArticle = (parts: ArticleParts, media: MediaCollector, report: Report): ParsedArticle => {
  const drafts = attachCaptions(parts.drafts, report)
  const blocks = toBlocks(drafts, report).map(dropLinkMarkers)
  if (blocks.length === 0) throw new ImportError('no-content')
  const authors = readWriters(drafts, parts.authors, report)
  const inside = listAttachments(drafts)
  const attachments = [...inside, ...parts.attachments.filter(({ media: { id } }) => !inside.some((known) => known.media.id === id))]
  const urls = new Map(media.list().map((item) => [item.id, item.url ?? item.fileName]))
  const body = assignBlockIds(blocks, (id) => urls.get(id) ?? id)
  const { title, published } = parts
  const kind = guessKind([title.title, title.subtitle ?? ''])
  if (kind !== null) report.add('kind-guessed', kind)
  reportMissing(parts, authors, report)
  const texts = drafts.filter(isText).map((draft) => toSpansText(draft.spans))
  lintPunctuation(texts, report)
  reportRareCharacters([title.fullTitle, ...authors.map(({ name }) => name), ...texts], report)
  const cover = findCover(parts.cover, body, media)
  return {
    content: {
      kind: kind ?? 'news',
      language: 'zh-Hans-CN',
      ...title,
      summary: parts.summary,
      authors,
      editors: [...parts.editors],
      source: parts.source,
      origin: parts.origin,
      publishedAt: published?.publishedAt ?? null,
      publishedPrecision: published?.publishedPrecision ?? 'day',
      topics: [],
      keywords: [...parts.keywords],
      cover,
      attachments,
      body,
      official: parts.official,
      changeNotes: [],
    },
    media: media.list(),
    trail: parts.trail,
    legacyUrl: parts.legacyUrl,
    report: report.entries(),
  }
}
