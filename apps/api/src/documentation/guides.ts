import { readFileSync } from 'node:fs'

/** A guide for developers: Markdown in Chinese, English beside it. */
export type Guide = { name: string; title: string; markdown: string }

/** The guides in the order somebody reads them in. */
const names = ['start', 'pagination', 'caching', 'changes', 'errors', 'quotas', 'feeds', 'attribution', 'stability'] as const

/** The address the guides are written with; each installation shows its own instead. */
export const writtenApiUrl = 'https://api.example.gov.cn'

const folder = new URL('../../docs/guides/', import.meta.url)

/** Reads `apps/api/docs/guides`, with snippets that ask the API at `apiUrl`. */
export const readGuides = (apiUrl: string): Guide[] =>
  names.map((name) => {
    const markdown = readFileSync(new URL(`${name}.md`, folder), 'utf8').replaceAll(writtenApiUrl, apiUrl)
    return { name, title: /^# (.+)$/m.exec(markdown)?.[1] ?? name, markdown }
  })
