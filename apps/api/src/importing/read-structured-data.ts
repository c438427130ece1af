/** What a page says about itself in JSON-LD (schema.org NewsArticle) or in the data of its scripts. */
export type StructuredData = { headline: string; published: string; author: string; source: string }

const articleTypes = /^(?:News|Report|Reportage|Analysis|Opinion|Blog)?(?:Article|Posting|NewsArticle)$/

const toName = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(toName).filter(Boolean).join('、')
  return typeof value === 'object' && value !== null && 'name' in value ? toName(value.name) : ''
}

const findArticle = (value: unknown, depth = 0): Record<string, unknown> | null => {
  if (typeof value !== 'object' || value === null || depth > 4) return null
  if (Array.isArray(value) || '@graph' in value) {
    for (const item of Array.isArray(value) ? value : [(value as { '@graph': unknown })['@graph']]) {
      const found = findArticle(item, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  return '@type' in value && articleTypes.test(toName(value['@type'])) ? (value as Record<string, unknown>) : null
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const sourceData = /(?:^|[\s{,;])["']?(?:source|sourceName|media_name|mediaName)["']?\s{0,3}[:=]\s{0,3}["']([^"'<>\\\n]{2,30})["']/g

/** Reads the inline scripts of a page as data; nothing is run. Several different sources in scripts are none. */
export const readStructuredData = (scripts: readonly string[]): StructuredData => {
  const data: StructuredData = { headline: '', published: '', author: '', source: '' }
  const sources = new Set<string>()
  for (const script of scripts) {
    const text = script.slice(0, 200_000)
    const article = text.includes('@type') ? findArticle(parseJson(text)) : null
    if (article !== null) {
      data.headline ||= toName(article['headline'])
      data.published ||= toName(article['datePublished'])
      data.author ||= toName(article['author'])
    }
    for (const match of text.matchAll(sourceData)) if (/\p{Script=Han}/u.test(match[1] ?? '')) sources.add(match[1] ?? '')
  }
  if (sources.size === 1) data.source = [...sources][0] ?? ''
  return data
}
