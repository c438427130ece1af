import type { ReaderArticle } from '../content-api/reader-article.ts'

const isOuter = (address: unknown): address is string => typeof address === 'string' && /^https?:\/\//i.test(address)

const collect = (value: unknown, found: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return
  if ('href' in value && isOuter(value.href)) found.add(value.href)
  if ('type' in value && value.type === 'embed' && 'url' in value && isOuter(value.url)) found.add(value.url)
  for (const inner of Object.values(value)) collect(inner, found)
}

/** The addresses on other sites an article leads its readers to: its links, what it embeds, its source. */
export const collectOuterLinks = ({ body, source }: Pick<ReaderArticle, 'body' | 'source'>): ReadonlySet<string> => {
  const found = new Set<string>()
  collect(body, found)
  if (isOuter(source?.url)) found.add(source.url)
  return found
}
