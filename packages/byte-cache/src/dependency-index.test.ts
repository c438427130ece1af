import { describe, expect, it, vi } from 'vitest'
import { DependencyIndex } from './dependency-index.ts'

const article = { dependencies: ['article:1', 'list'] }
const list = { dependencies: ['list'] }

describe('DependencyIndex', () => {
  it('visits each dependent once for each of its dependencies, and finds it again all the same', () => {
    const index = new DependencyIndex<typeof article>()
    index.add(article)
    index.add(list)
    const visit = vi.fn()
    for (let drop = 0; drop < 3; drop += 1) index.visitOnce('list', visit)
    expect(visit.mock.calls).toEqual([[article], [list]])
    index.visitOnce('article:1', visit)
    expect(visit).toHaveBeenCalledTimes(3)
    expect(index.find('list')).toEqual([article, list])
  })

  it('visits what was added since', () => {
    const index = new DependencyIndex<typeof article>()
    const visit = vi.fn()
    index.add(article)
    index.visitOnce('list', visit)
    index.add(list)
    index.visitOnce('list', visit)
    expect(visit.mock.calls).toEqual([[article], [list]])
    expect(index.find('list')).toEqual([article, list])
  })

  it('holds nothing of what was removed, visited or not, or while being visited', () => {
    const index = new DependencyIndex<typeof article>()
    index.add(article)
    index.visitOnce('list', () => {})
    index.add(list)
    index.remove(article)
    expect(index.find('list')).toEqual([list])
    index.visitOnce('list', (dependent) => index.remove(dependent))
    expect(index.size).toBe(0)
    expect(index.find('list')).toEqual([])
  })
})
