import { describe, expect, it } from 'vitest'
import { dependenciesOfChange } from './change-dependencies.ts'

describe('dependenciesOfChange', () => {
  it('drops an article with the lists that may show it, and no list of another channel', () => {
    expect(dependenciesOfChange({ type: 'article.updated', articleId: 'a1', channelId: 'c1' })).toEqual(['list', 'article:a1', 'list:c1'])
  })

  it('drops the lists of both channels when an article moves', () => {
    const change = { type: 'article.updated', articleId: 'a1', channelId: 'c2', previousChannelId: 'c1' } as const
    expect(dependenciesOfChange(change)).toEqual(expect.arrayContaining(['list:c1', 'list:c2']))
  })

  it('drops the tree and everything that shows a channel when the channel changes', () => {
    expect(dependenciesOfChange({ type: 'channel.updated', channelId: 'c1' })).toEqual(['channels', 'list', 'channel:c1', 'list:c1'])
  })
})
