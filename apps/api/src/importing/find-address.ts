import { type HtmlElement, walkNodes } from './html-tree.ts'
import type { MetaTags } from './read-meta-tags.ts'
import { resolveAddress } from './resolve-address.ts'

const savedFrom = /saved from url=\(\d{1,6}\)\s{0,4}(https?:\/\/\S{4,2000})/
const alone = /^\s{0,20}(https?:\/\/\S{4,2000})\s{0,20}$/

/** The address a saved page carries in a comment: what browsers write (`saved from url`), or a comment that is nothing else. */
const findInComments = (root: HtmlElement): string => {
  let found = ''
  walkNodes(root, (node) => {
    if (node.kind === 'comment' && found === '') {
      const text = node.text.slice(0, 3000)
      found = savedFrom.exec(text)?.[1] ?? (node.order < 10 ? alone.exec(text)?.[1] : undefined) ?? ''
    }
    return found === ''
  })
  return found
}

const withoutFragment = (address: string) => address.replace(/#.*$/s, '')

/** Where a page stood and what its relative addresses resolve against. */
export type PageAddress = { legacyUrl: string | null; base: string | null }

/**
 * The page's own address, in this order: meta Url, canonical, og:url, a comment. A relative one is resolved against the others.
 * `given` is where the caller got the page, for pages that do not say.
 */
export const findAddress = (root: HtmlElement, meta: MetaTags, given: string | null): PageAddress => {
  const found = [meta.find('url'), meta.canonical, meta.find('og:url'), findInComments(root), given ?? ''].filter(
    (address) => address !== '',
  )
  const absolute = found.map((address) => resolveAddress(address, null)).filter((address) => address !== null)
  const anchor = (given === null ? null : resolveAddress(given, null)) ?? absolute[0] ?? null
  const own = found.map((address) => resolveAddress(address, anchor)).find((address) => address !== null) ?? null
  const base = meta.baseHref === '' ? anchor : (resolveAddress(meta.baseHref, anchor) ?? anchor)
  const length = (own?.length ?? 0) <= 2000
  return { legacyUrl: own === null || !length ? null : withoutFragment(own), base }
}

const patterns = [
  /\/(?:art|content|html|node|n)?\/?((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.])/,
  /[/_]t((?:19|20)\d{2})(\d{2})(\d{2})_\d+\.s?html?/,
  /\/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_])/,
  /\/((?:19|20)\d{2})-(\d{2})\/(\d{2})\//,
]

/** The date many platforms write into addresses (`/art/2016/11/22/`, `t20190918_693227.shtml`) as `YYYY-MM-DD`, null when none. */
export const findDateInAddress = (address: string): string | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(address)
    if (match !== null) return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  }
  return null
}
