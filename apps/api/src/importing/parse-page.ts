import { assembleArticle } from './assemble-article.ts'
import { chooseDate } from './choose-date.ts'
import { collectLines, type Line } from './collect-lines.ts'
import { createMediaCollector } from './collect-media.ts'
import type { ContentRegion } from './content-region.ts'
import { findAddress, findDateInAddress } from './find-address.ts'
import { findDenseContent } from './find-dense-content.ts'
import { findMarkedContent } from './find-marked-content.ts'
import { findOuterAttachments } from './find-outer-attachments.ts'
import { findPageCount } from './find-page-count.ts'
import { findTitle, listTitleCandidates } from './find-title.ts'
import { ImportError } from './import-error.ts'
import { addDeclaredAuthor, findSource, findTrail, guessOrigin, type Page, splitKeywords } from './page-facts.ts'
import { parseHtml } from './parse-html.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { mergeContributors } from './read-contributors.ts'
import { readFacts } from './read-facts.ts'
import { readMetaTags } from './read-meta-tags.ts'
import { readOfficial } from './read-official.ts'
import { readPageTitle } from './read-page-title.ts'
import { readStructuredData } from './read-structured-data.ts'
import type { Report } from './report.ts'
import { toBare } from './text-shape.ts'
import { toDrafts } from './to-drafts.ts'
import { trimHead } from './trim-head.ts'
import { trimTail } from './trim-tail.ts'

/** Zone of the site, the moment after which no page can have been published, and where the page was fetched from. */
export type PageOptions = { timeZone: string; latest: number | null; baseUrl: string | null; report: Report }

const readPage = (html: string, { baseUrl, report }: PageOptions): Page => {
  const { root, scripts } = parseHtml(html, report)
  const meta = readMetaTags(root)
  return {
    root,
    scripts,
    meta,
    data: readStructuredData(scripts),
    lines: collectLines(root),
    address: findAddress(root, meta, baseUrl),
    report,
  }
}

const getContent = ({ root, meta, data, lines, report }: Page): ContentRegion => {
  const marked = findMarkedContent(root)
  if (marked !== null) return marked
  const sure = findTitle(listTitleCandidates(lines), meta, data.headline, null)
  const dense = findDenseContent(root, lines, sure?.candidate.last ?? -1) ?? findDenseContent(root, lines, -1)
  if (dense === null) throw new ImportError('no-content')
  report.add(
    'content-by-density',
    `<${dense.element.name} ${[...dense.element.attributes].map(([name, value]) => `${name}="${value}"`).join(' ')}>`,
  )
  return dense
}

const beforeMax = 30
const afterMax = 15
const officialMax = 80

/** Lines that may tell facts: between title and text first, then those above the title, then those below the text. */
const partLines = (lines: readonly Line[], content: ContentRegion, titleOrder: number | null) => {
  const before = lines.filter((line) => line.order < content.from)
  const after = lines.filter((line) => line.order > content.to).slice(0, afterMax)
  if (titleOrder === null || titleOrder >= content.from) return { between: before.slice(-beforeMax), above: before, after }
  return {
    between: before.filter((line) => line.order > titleOrder),
    above: before.filter((line) => line.order < titleOrder),
    after,
  }
}

const dateNames = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'publishtime',
  'publish_time',
  'pubtime',
  'og:time',
  'og:release_date',
  'datepublished',
  'weibo:article:create_at',
  'releasedate',
  'date',
  'dc.date',
]

/**
 * An article page as a draft: the text where its platform says it is, or where the running text is; the facts from meta tags,
 * from the lines around the text and from its end.
 * @throws ImportError `no-title`, `no-content`, `too-complex`
 */
export const parsePage = (html: string, options: PageOptions): ParsedArticle => {
  const page = readPage(html, options)
  const { meta, data, lines, address, report } = page
  const content = getContent(page)
  const found = readPageTitle(lines, meta, data.headline, content, report)
  const media = createMediaCollector(address.base)
  const head = trimHead(toDrafts(content.element, { report, media, base: address.base }), found.printed, report)
  const title = found.toParts(head.subtitle)
  const tail = trimTail(head.drafts, report)
  const { between, above, after } = partLines(lines, content, found.order)
  const facts = readFacts([...head.lines, ...between, ...above.slice(-6)])
  const below = readFacts(after)
  const editors = mergeContributors(mergeContributors(tail.editors, facts.editors), below.editors)
  const authors = addDeclaredAuthor(mergeContributors(facts.authors, tail.authors), editors, page)
  const source = findSource(facts, tail.source, below, page)
  const elsewhere = lines.filter((line) => line.order < content.from || line.order > content.to).slice(0, 2000)
  const published = chooseDate(
    {
      shown: facts.dates,
      declared: meta.find(...dateNames) || data.published || meta.time,
      elsewhere: facts.dates.length > 0 ? [] : readFacts(elsewhere).dates,
      inAddress: findDateInAddress(address.legacyUrl ?? ''),
    },
    options,
  )
  findPageCount(
    page.scripts,
    lines.filter((line) => line.order >= content.from),
    report,
  )
  if (address.legacyUrl === null) report.add('no-address')
  const summary = meta.find('description', 'og:description')
  return assembleArticle(
    {
      title,
      drafts: tail.drafts,
      authors,
      editors,
      source,
      origin: guessOrigin(source, page),
      published,
      summary: toBare(summary) === toBare(title.fullTitle) ? '' : summary.slice(0, 2000),
      keywords: splitKeywords(meta.find('keywords')),
      cover: meta.find('image'),
      official: readOfficial(readFacts([...above.slice(-officialMax), ...between])),
      attachments: findOuterAttachments([...between.slice(-afterMax), ...after], address.base, media, report),
      trail: findTrail(page, above, title.fullTitle),
      legacyUrl: address.legacyUrl,
    },
    media,
    report,
  )
}
