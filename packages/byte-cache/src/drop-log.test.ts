import { describe, expect, it } from 'vitest'
import { DropLog } from './drop-log.ts'

describe('DropLog', () => {
  it('finds the first drop since a position that hits one of the dependencies', () => {
    const log = new DropLog()
    log.append('a')
    const start = log.position
    for (const dependency of ['x', 'b', 'a']) log.append(dependency)
    expect(log.firstSince(start, ['a', 'b'])).toBe(start + 2)
    expect(log.firstSince(start, ['a'])).toBe(start + 3)
    expect(log.firstSince(start, ['c'])).toBe(Number.POSITIVE_INFINITY)
    expect(log.firstSince(log.position, ['a', 'b', 'x'])).toBe(Number.POSITIVE_INFINITY)
  })

  it('takes a drop of everything for a hit on anything', () => {
    const log = new DropLog()
    log.appendEverything()
    expect(log.firstSince(0, [])).toBe(1)
  })

  it('judges what began before the oldest drop it holds to be hit', () => {
    const log = new DropLog(4)
    for (let drop = 0; drop < 5; drop += 1) log.append('other')
    expect(log.firstSince(0, ['a'])).toBe(1)
    expect(log.firstSince(1, ['a'])).toBe(Number.POSITIVE_INFINITY)
  })
})
