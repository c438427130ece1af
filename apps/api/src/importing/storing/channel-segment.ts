import { createHash } from 'node:crypto'
import { pinyin } from 'pinyin-pro'

// First segments that the site uses itself.
const reserved = new Set([
  'about',
  'accessibility',
  'archive',
  'articles',
  'authors',
  'developers',
  'feed',
  'feeds',
  'media',
  'robots',
  'search',
  'sitemap',
  'topics',
])

const lengthMaximum = 60

const spell = (name: string): string =>
  pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, lengthMaximum)
    .replaceAll(/^-+|-+$/g, '')

/** A path segment for a channel's name: its pinyin; never empty, never one that `taken` or the site itself has. */
export const toChannelSegment = (name: string, taken: ReadonlySet<string>): string => {
  const base = spell(name) || `c${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  let segment = base
  for (let number = 2; taken.has(segment) || reserved.has(segment); number += 1) segment = `${base}-${number}`
  return segment
}
