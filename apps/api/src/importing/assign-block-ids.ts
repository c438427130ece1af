import { createHash } from 'node:crypto'
import type { ListItem, StoredBlock } from '@gazette/schema/block'
import { type BlockDraft, toSpansText } from './draft-block.ts'

const idLength = 10

const listText = (items: readonly ListItem[]): string =>
  items.map((item) => `${toSpansText(item.spans)}\n${listText(item.items)}`).join('\n')

const toText = (block: BlockDraft, toMediaKey: (id: string) => string): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return toSpansText(block.spans)
    case 'quote':
      return `${toSpansText(block.spans)}\n${block.attribution ?? ''}`
    case 'callout':
      return `${block.title ?? ''}\n${toSpansText(block.spans)}`
    case 'list':
      return listText(block.items)
    case 'table':
      return block.rows.map((row) => row.map((cell) => toSpansText(cell.spans)).join('\t')).join('\n')
    case 'embed':
      return block.url
    case 'divider':
      return ''
    case 'gallery':
      return block.items.map((item) => toMediaKey(item.media.id)).join('\n')
    default:
      return toMediaKey(block.media.id)
  }
}

const hash = (text: string) =>
  BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 16)}`)
    .toString(36)
    .padStart(idLength, '0')
    .slice(-idLength)

/**
 * Gives blocks their ids: a base-36 hash of type and text, with an ordinal for repeats. Unchanged blocks keep their ids when
 * others change, come or go. `toMediaKey` gives what identifies a file beyond this article (its address); by default its id.
 */
export const assignBlockIds = (blocks: readonly BlockDraft[], toMediaKey: (id: string) => string = (id) => id): StoredBlock[] => {
  const seen = new Map<string, number>()
  const used = new Set<string>()
  return blocks.map((block) => {
    const key = `${block.type}\n${toText(block, toMediaKey)}`
    let ordinal = seen.get(key) ?? 0
    let id = hash(`${key}\n${ordinal}`)
    while (used.has(id)) {
      ordinal += 1
      id = hash(`${key}\n${ordinal}`)
    }
    seen.set(key, ordinal + 1)
    used.add(id)
    return { ...block, id }
  })
}
