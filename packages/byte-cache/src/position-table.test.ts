import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Position, PositionTable } from './position-table.ts'

const always = () => true
const at = (start: number, length = 1): Position => ({ start, length })
const slotOf = (table: PositionTable, hash: number, start: number): number => {
  let slot = table.findSlot(hash)
  while (slot >= 0 && table.at(slot).start !== start) slot = table.findSlot(hash, slot)
  return slot
}
const find = (table: PositionTable, hash: number, start: number): Position | undefined => {
  const slot = slotOf(table, hash, start)
  return slot < 0 ? undefined : table.at(slot)
}

describe('PositionTable', () => {
  it('finds exactly what was added and not removed, whatever happens (random histories, many keys with the same hash)', () => {
    const step = fc.record({ adds: fc.boolean(), key: fc.nat(200) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 500 }), fc.integer({ min: 1, max: 40 }), (steps, hashes) => {
        const table = new PositionTable(always)
        const kept = new Set<number>()
        // The last slots of a table go on at its beginning.
        const hashOf = (key: number): number => 1024 - 20 + (key % hashes)
        for (const { adds, key } of steps) {
          if (adds && !kept.has(key)) table.add(hashOf(key), at(key))
          else if (!adds && kept.has(key)) table.remove(slotOf(table, hashOf(key), key))
          if (adds) kept.add(key)
          else kept.delete(key)
        }
        expect(table.size).toBe(kept.size)
        for (let key = 0; key <= 200; key += 1) expect(find(table, hashOf(key), key)).toEqual(kept.has(key) ? at(key) : undefined)
      }),
    )
  })

  it('holds a hundred thousand positions, beyond what fits 32 bits too', () => {
    const table = new PositionTable(always)
    const startOf = (key: number): number => key * 2 ** 20
    for (let key = 0; key < 100_000; key += 1) table.add(Math.imul(key, 0x9e3779b1) >>> 0, at(startOf(key), key + 1))
    expect(table.size).toBe(100_000)
    for (let key = 0; key < 100_000; key += 997)
      expect(find(table, Math.imul(key, 0x9e3779b1) >>> 0, startOf(key))).toEqual(at(startOf(key), key + 1))
  })

  it('does not find positions where nothing is any more, and forgets them when it needs room', () => {
    let oldest = 0
    const table = new PositionTable(({ start }) => start >= oldest)
    for (let key = 0; key < 700; key += 1) table.add(key, at(key))
    oldest = 600
    expect(find(table, 1, 1)).toBeUndefined()
    expect(find(table, 650, 650)).toEqual(at(650))
    for (let key = 700; key < 800; key += 1) table.add(key, at(key))
    expect(table.size).toBe(200)
  })

  it('is empty once it was cleared', () => {
    const table = new PositionTable(always)
    table.add(1, at(1))
    table.clear()
    expect([table.size, find(table, 1, 1)]).toEqual([0, undefined])
  })
})
