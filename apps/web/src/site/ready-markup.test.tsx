import { describe, expect, it } from 'vitest'
import { readyMarkup } from './ready-markup.ts'

describe('readyMarkup', () => {
  it('renders once for the very object it shows, and anew for another that looks the same', () => {
    let times = 0
    const render = () => {
      times += 1
      return <b>{times}</b>
    }
    const data = { name: '公报' }
    expect([readyMarkup(data, 'a', render), readyMarkup(data, 'a', render)]).toEqual([{ __html: '<b>1</b>' }, { __html: '<b>1</b>' }])
    expect(readyMarkup(data, 'b', render)).toEqual({ __html: '<b>2</b>' })
    expect(readyMarkup({ ...data }, 'a', render)).toEqual({ __html: '<b>3</b>' })
  })
})
