import type { ArticleContent, Contributor } from '@gazette/schema/article-content'
import type { Line } from './collect-lines.ts'
import type { PageAddress } from './find-address.ts'
import type { HtmlElement } from './html-tree.ts'
import { readContributors } from './read-contributors.ts'
import type { Facts } from './read-facts.ts'
import type { MetaTags } from './read-meta-tags.ts'
import type { StructuredData } from './read-structured-data.ts'
import { readTrail } from './read-trail.ts'
import type { Report } from './report.ts'
import { resolveAddress } from './resolve-address.ts'
import { toBare, toLine } from './text-shape.ts'

/** A page once read: its tree, its lines, and what its tags and scripts say. */
export type Page = {
  root: HtmlElement
  scripts: string[]
  meta: MetaTags
  data: StructuredData
  lines: Line[]
  address: PageAddress
  report: Report
}

/** The source: labelled beside the title, ContentSource, labelled below the text, then what only looks like one. Null when the page has none. */
export const findSource = (
  facts: Facts,
  tailSource: string | null,
  after: Facts,
  { meta, data, report, address }: Page,
): ArticleContent['source'] => {
  const toSource = (name: string, href = '') => ({ name: name.slice(0, 100), url: href === '' ? null : resolveAddress(href, address.base) })
  const { source } = facts
  const declared = meta.find('contentsource', 'source', 'mediaid')
  if (source?.labelled === true) return toSource(source.name, source.href)
  if (declared !== '' && !/^https?:/.test(declared)) return toSource(declared)
  const labelled = tailSource ?? (after.source?.labelled === true ? after.source.name : null)
  if (labelled !== null) return toSource(labelled)
  if (source !== null) {
    report.add('source-unlabelled', source.name)
    return toSource(source.name, source.href)
  }
  const issuer = facts.official.get('issuer')
  if (issuer !== undefined) return toSource(issuer)
  if (data.source === '') return null
  report.add('source-script', data.source)
  return toSource(data.source)
}

/** Authors, with the Author tag as the last resort: it may hold the editor or the name of an account. */
export const addDeclaredAuthor = (authors: Contributor[], editors: readonly Contributor[], { meta, data, report }: Page): Contributor[] => {
  const declared = meta.find('author', 'article:author') || data.author
  if (authors.length > 0 || declared === '') return authors
  const people = readContributors(declared)?.filter(({ name }) => !editors.some((editor) => editor.name === name)) ?? []
  report.add(people.length > 0 ? 'author-meta' : 'author-refused', declared)
  return people
}

/** Keywords of a tag, split at its commas or else at its spaces; empty ones and repeats are dropped. */
export const splitKeywords = (text: string): string[] => {
  const parts = /[,，;；、|]/.test(text) ? text.split(/[,，;；、|]+/) : text.split(/\s+/)
  return [...new Set(parts.map(toLine).filter((part) => part !== '' && part.length <= 60))].slice(0, 50)
}

/** The breadcrumb trail, or ColumnName as a guess when the page shows none. */
export const findTrail = ({ root, meta, report, lines }: Page, above: readonly Line[], title: string): string[] => {
  const trail = readTrail(root, above.length > 0 ? above : lines.slice(0, 100), title)
  if (trail.length > 0) return trail
  const column = meta.find('columnname')
  if (column === '') return []
  report.add('trail-from-column', column)
  return [column]
}

const isOwn = (source: string, { meta, lines }: Page): boolean => {
  const bare = toBare(source)
  const imprint = lines.slice(-40).filter(({ plain }) => /版权|主办|承办|Copyright|ICP备|©/i.test(plain))
  const names = [meta.find('sitename', 'og:site_name'), meta.browserTitle.replace(/^[^_|-]*/, ''), ...imprint.map(({ plain }) => plain)]
  return (
    /本站|本网|原创/.test(source) ||
    names.some((name) => toBare(name).includes(bare)) ||
    (meta.find('sitename') !== '' && bare.includes(toBare(meta.find('sitename'))))
  )
}

/** `reprint` when the source is named and is not the site itself; a guess, reported. */
export const guessOrigin = (source: ArticleContent['source'], page: Page): ArticleContent['origin'] => {
  if (source === null || isOwn(source.name, page)) return 'original'
  page.report.add('origin-guessed', source.name)
  return 'reprint'
}
