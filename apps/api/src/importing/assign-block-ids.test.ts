import { StoredBlock } from '@gazette/schema/block'
import { describe, expect, it } from 'vitest'
import { assignBlockIds } from './assign-block-ids.ts'
import type { BlockDraft } from './draft-block.ts'

const paragraph = (text: string): BlockDraft => ({ type: 'paragraph', spans: [{ text }] })
const ids = (blocks: BlockDraft[]) => assignBlockIds(blocks).map((block) => block.id)

describe('assignBlockIds', () => {
  it('keeps the ids of unchanged blocks when others come, go or change', () => {
    const [first, second] = ids([paragraph('甲'), paragraph('乙')])
    expect(ids([paragraph('新'), paragraph('甲'), paragraph('丙'), paragraph('乙')])).toEqual([
      expect.any(String),
      first,
      expect.any(String),
      second,
    ])
  })

  it('tells repeats and types apart', () => {
    const blocks: BlockDraft[] = [
      paragraph('甲'),
      paragraph('甲'),
      { type: 'heading', level: 2, spans: [{ text: '甲' }] },
      { type: 'divider' },
      { type: 'divider' },
    ]
    expect(new Set(ids(blocks)).size).toBe(5)
  })

  it('gives ids the contract accepts', () => {
    for (const block of assignBlockIds([paragraph(''), paragraph('x'.repeat(100_000))]))
      expect(StoredBlock.safeParse(block).success).toBe(true)
  })

  it('knows a file by its address, not by its number in this import', () => {
    const image = (id: string): BlockDraft => ({ type: 'image', media: { id }, alt: '', caption: null, credit: null })
    const [before] = assignBlockIds([image('m1')], () => 'https://a.example/1.jpg')
    const [after] = assignBlockIds([image('m7')], () => 'https://a.example/1.jpg')
    expect(after?.id).toBe(before?.id)
  })
})
