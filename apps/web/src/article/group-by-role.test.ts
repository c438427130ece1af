import { describe, expect, it } from 'vitest'
import { groupByRole } from './group-by-role.ts'

describe('groupByRole', () => {
  it('names each role once, in print order', () => {
    const people = [
      { name: '季明窗', role: '责任编辑' },
      { name: '柳如琢', role: '校对' },
      { name: '岑小满', role: null },
    ]
    expect(groupByRole(people, '责任编辑')).toEqual([
      { role: '责任编辑', names: ['季明窗', '岑小满'] },
      { role: '校对', names: ['柳如琢'] },
    ])
  })
})
