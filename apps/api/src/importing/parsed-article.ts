import type { ArticleContent } from '@gazette/schema/article-content'
import type { ReportEntry } from './report.ts'

/** A file the article needs: to be fetched from `url`, or given in `bytes` when the page carried it inside. */
export type ParsedMedia = {
  /** m1, m2 … in order of appearance; content refers to it. */
  id: string
  /** Absolute when the address of the page is known, else as found; null when the page carried the bytes. */
  url: string | null
  /** As the page wrote it: a saved page has its files beside it. */
  foundUrl: string | null
  bytes: Uint8Array | null
  fileName: string
  mimeType: string
  kind: 'image' | 'video' | 'audio' | 'file'
  /** Pixels as the page says; null when it does not. */
  width: number | null
  height: number | null
}

/** An article as written on a page; the date of publication is null when the page has none. */
export type ArticleDraft = Omit<ArticleContent, 'publishedAt'> & { publishedAt: string | null }

/** What one file became: the draft, its files, where it stood, and everything that was removed, guessed or missing. */
export type ParsedArticle = {
  content: ArticleDraft
  media: ParsedMedia[]
  /** Breadcrumb names from the home page down, the article itself left out; empty when the page has none. */
  trail: string[]
  /** Absolute address where the page stood, null when it does not say. */
  legacyUrl: string | null
  report: ReportEntry[]
}
