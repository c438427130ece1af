import { describe, expect, it } from 'vitest'
import { homophoneKey, homophoneKeys, pinyinKeys } from './pinyin-keys.ts'
import { shapeKey } from './shape-key.ts'

describe('pinyinKeys', () => {
  it.each([
    ['政协', 'zhengxie', 'zx'],
    ['重庆', 'chongqing', 'cq'],
    ['吕梁', 'lvliang', 'll'],
    ['4g网络', '4gwangluo', '4gwl'],
    ['曹娥江，上虞', 'caoejiangshangyu', 'cejsy'],
    ['𠀀政', 'zheng', 'z'],
    ['', '', ''],
  ])('reads %s as %s and %s', (name, full, initials) => {
    expect(pinyinKeys(name)).toEqual({ full, initials })
  })
})

describe('homophoneKey', () => {
  it.each([
    ['正协', '政协'],
    ['尚虞', '上虞'],
    ['真协', '政协'],
    ['携商', '协商'],
  ])('is equal for %s and %s', (one, other) => {
    expect(homophoneKey(one)).toBe(homophoneKey(other))
  })

  it('differs for words that sound different', () => {
    expect(homophoneKey('政协')).not.toBe(homophoneKey('政府'))
  })
})

describe('homophoneKeys', () => {
  it('know a word by every reading of its characters', () => {
    expect(homophoneKeys('调严')).toContain(homophoneKey('调研'))
    expect(homophoneKeys('4g')).toEqual(['4 g'])
  })

  it('stay few however many readings there are', () => {
    expect(homophoneKeys('调和'.repeat(20)).length).toBeLessThan(20)
  })
})

describe('shapeKey', () => {
  it('is equal for words that look alike and differs for others', () => {
    expect(shapeKey('政胁')).toBe(shapeKey('政协'))
    expect(shapeKey('曹峨江')).toBe(shapeKey('曹娥江'))
    expect(shapeKey('政府')).not.toBe(shapeKey('政协'))
  })
})
