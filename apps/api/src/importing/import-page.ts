import { decodeText } from './decode-text.ts'
import { ImportError } from './import-error.ts'
import { parseCopiedText } from './parse-copied-text.ts'
import { parsePage } from './parse-page.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { createReport } from './report.ts'

/** `auto` and `page` tell pages and copied text apart by themselves; `text` takes the file as copied text whatever it looks like. */
export type ImportFormat = 'auto' | 'page' | 'text'

export type ImportInput = {
  bytes: Uint8Array
  /** Name of the file, for nothing but its ending. */
  fileName: string
  /** IANA name; dates without an offset are read in it. */
  timeZone: string
  format: ImportFormat
  /** Where the page was fetched from, when that is known. */
  baseUrl?: string | null
  /** The Content-Type header it came with, when that is known. */
  contentType?: string | null
  /** Pages dated more than a day after this are refused their date. */
  now?: Date
}

const tag = /<(?:!doctype\s{1,4}html|html|head|body|div|p|table|article|section|meta|br|span|h[1-6]|title|a\s)[\s>/]/i
const otherFormat =
  /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})*<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg|plist|manifest)[\s>]/i
const json = /^\s{0,200}[[{]\s{0,200}(?:"|\{|\]|\})/

const dayMilliseconds = 86_400_000

const isPage = (text: string, { fileName, format }: ImportInput): boolean => {
  if (format === 'text') return false
  if (/\.txt$/i.test(fileName)) return /^\s{0,200}<(?:!doctype|html)/i.test(text)
  return /\.(?:s?html?|xhtml|jsp|aspx?|php)$/i.test(fileName) ? tag.test(text) : tag.test(text.slice(0, 100_000))
}

/**
 * One file, a page or text copied from one, as a draft of an article with a report of everything removed, guessed and missing.
 * Pure: the same input gives the same output, byte for byte; nothing is fetched.
 * @throws ImportError with a code that says why the file cannot become an article
 */
export const parseImport = (input: ImportInput): ParsedArticle => {
  const report = createReport()
  const { text } = decodeText(input.bytes, input.contentType ?? null, report)
  if (input.format !== 'text' && (otherFormat.test(text.slice(0, 2000)) || json.test(text.slice(0, 1000))))
    throw new ImportError('unsupported-format')
  const latest = input.now === undefined ? null : input.now.getTime() + dayMilliseconds
  const options = { timeZone: input.timeZone, latest, report }
  return isPage(text, input) ? parsePage(text, { ...options, baseUrl: input.baseUrl ?? null }) : parseCopiedText(text, options)
}
