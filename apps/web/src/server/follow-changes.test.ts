import type { Change } from '@gazette/schema/change'
import { describe, expect, it } from 'vitest'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import { ChangeFollower, type FollowOptions } from './follow-changes.ts'

type Step = { data: Change[]; next: string } | 'fails' | 'refuses'

const change = (type: Change['type']): Change => ({ id: '1', type, at: '2026-01-01T00:00:00Z', articleId: 'a', channelId: 'c' })

/** Runs the follower through `steps`, one reading each; every failed reading takes `failureMs` of the clock. */
const follow = async (steps: Step[], failureMs = 1000, start?: string) => {
  const stopping = new AbortController()
  const seen = {
    cursors: [] as string[],
    dropped: [] as string[],
    forgotten: [] as string[],
    droppedAll: 0,
    forgottenAll: 0,
    states: [] as string[],
  }
  let now = 0
  const options: FollowOptions = {
    caches: [
      {
        drop: (dependencies) => seen.dropped.push(...dependencies),
        forget: (dependencies) => seen.forgotten.push(...dependencies),
        dropAll: () => {
          seen.droppedAll += 1
        },
        forgetAll: () => {
          seen.forgottenAll += 1
        },
      },
    ],
    read: async (cursor) => {
      seen.cursors.push(cursor)
      const step = steps.shift()
      if (steps.length === 0) stopping.abort()
      if (step === 'refuses') throw new ApiUnavailable('refused', { status: 400 })
      if (step === undefined || step === 'fails') throw new Error('no answer')
      return { data: step.data, page: { next: step.next } }
    },
    wait: async () => {
      now += failureMs
    },
    now: () => now,
    signal: stopping.signal,
    onState: (state) => seen.states.push(state),
  }
  const follower = new ChangeFollower(options)
  await follower.run(start)
  return { ...seen, isFollowing: follower.isFollowing, cursor: follower.cursor }
}

describe('ChangeFollower', () => {
  it('follows only once the log has been read to its end', async () => {
    const one = await follow([{ data: [change('article.published')], next: '1' }])
    expect(one.isFollowing).toBe(false)
    const all = await follow([
      { data: [change('article.published')], next: '1' },
      { data: [], next: '1' },
    ])
    expect(all.isFollowing).toBe(true)
  })

  it('continues where it stopped, also after a failure', async () => {
    const { cursors } = await follow([{ data: [], next: '1' }, 'fails', { data: [], next: '2' }, { data: [], next: '2' }])
    expect(cursors).toEqual(['now', '1', '1', '2'])
  })

  it('follows from the end of the log without a place to continue, and forgets what was made before it knew that end', async () => {
    const { cursors, forgottenAll, isFollowing } = await follow(['fails', { data: [], next: '7' }, { data: [], next: '7' }])
    expect({ cursors, forgottenAll, isFollowing }).toEqual({ cursors: ['now', 'now', '7'], forgottenAll: 1, isFollowing: true })
  })

  it('continues where an earlier process stopped, forgetting nothing, and at the end when the log does not know that place', async () => {
    const { cursors, cursor, forgottenAll } = await follow(
      [
        { data: [change('article.removed')], next: '8' },
        { data: [], next: '8' },
      ],
      0,
      '7',
    )
    expect([cursors, cursor, forgottenAll]).toEqual([['7', '8'], '8', 0])
    expect((await follow(['refuses', { data: [], next: '1' }], 0, '7')).cursors).toEqual(['7', 'now'])
  })

  it('drops what a change touches', async () => {
    const { dropped } = await follow([{ data: [change('article.updated')], next: '1' }])
    expect(dropped).toEqual(['list', 'article:a', 'list:c'])
  })

  it('forgets a removed article for good', async () => {
    const { forgotten } = await follow([{ data: [change('article.removed')], next: '1' }])
    expect(forgotten).toEqual(['article:a'])
  })

  it('bears a short interruption', async () => {
    const { droppedAll, isFollowing } = await follow([{ data: [], next: '1' }, 'fails', 'fails', { data: [], next: '1' }])
    expect({ droppedAll, isFollowing }).toEqual({ droppedAll: 0, isFollowing: true })
  })

  it('begins anew when the log does not know its position', async () => {
    const seen = await follow([{ data: [], next: '1' }, 'refuses', { data: [], next: '9' }])
    expect(seen.cursors).toEqual(['now', '1', 'now'])
    expect(seen).toMatchObject({ droppedAll: 1, forgottenAll: 2, isFollowing: true })
  })

  it('takes nothing for fresh after a long interruption, and recovers', async () => {
    const lost = await follow([{ data: [], next: '1' }, 'fails', 'fails', 'fails', 'fails', 'fails'])
    expect(lost).toMatchObject({ droppedAll: 1, isFollowing: false, states: ['following', 'lost'] })
    const found = await follow([{ data: [], next: '1' }, 'fails', 'fails', 'fails', 'fails', { data: [], next: '1' }])
    expect(found).toMatchObject({ isFollowing: true, states: ['following', 'lost', 'following'] })
  })
})
