import { describe, expect, it } from 'vitest'
import { ArticleQuery } from './article-query.ts'

const isRight = (query: Record<string, string>): boolean => ArticleQuery.safeParse(query).success

describe('ArticleQuery', () => {
  it('fills in the defaults of an empty query', () => {
    expect(ArticleQuery.parse({})).toMatchObject({ sort: '-publishedAt', limit: 20, body: 'none' })
  })

  it('reads a limit of decimal digits only, between 1 and 100', () => {
    expect(ArticleQuery.parse({ limit: '100' }).limit).toBe(100)
    for (const limit of ['0', '101', '-1', '1.5', '1e1', '0x10', ' 1', '', 'many'])
      expect([limit, isRight({ limit })]).toEqual([limit, false])
  })

  it('keeps the order of ids', () => {
    expect(ArticleQuery.parse({ ids: 'b,a,c' }).ids).toEqual(['b', 'a', 'c'])
  })

  it('refuses more than 100 ids, an empty one and one that cannot be an id', () => {
    const ids = Array.from({ length: 101 }, (_, index) => `a${index}`)
    expect(isRight({ ids: ids.slice(1).join(',') })).toBe(true)
    for (const wrong of [ids.join(','), '', 'a,,b', 'a,B']) expect(isRight({ ids: wrong })).toBe(false)
  })

  it('takes dates and instants as bounds', () => {
    for (const from of ['2024-11-28', '2024-11-28T08:00:00+08:00']) expect(isRight({ from })).toBe(true)
    for (const from of ['2024-11-31', 'yesterday', '2024']) expect(isRight({ from })).toBe(false)
  })

  it('refuses a parameter it does not know and a field that does not exist', () => {
    expect(isRight({ chanel: 'zwzx' })).toBe(false)
    expect(isRight({ fields: 'id,title' })).toBe(true)
    expect(isRight({ fields: 'id,secret' })).toBe(false)
  })
})
