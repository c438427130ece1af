import { describe, expect, it, onTestFinished } from 'vitest'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { SharedCount, SharedCounts } from '../database/shared-counts.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { createQuota } from './quota.ts'
import { createQuotaSharing } from './quota-sharing.ts'

const secret = 'a secret of tests, long enough to sign with'
const limit = 100

/** What the database does, in memory; it can be taken away. */
const createCounts = () => {
  const rows = new Map<string, SharedCount>()
  let isAway = false
  const counts: SharedCounts = {
    async add(added) {
      if (isAway) throw new Error('away')
      return added.map((count) => {
        const key = `${count.callerHash} ${count.windowStart}`
        const total = { ...count, requests: count.requests + (rows.get(key)?.requests ?? 0) }
        rows.set(key, total)
        return total
      })
    },
    async forgetBefore(instant) {
      for (const [key, { windowStart }] of rows) if (windowStart < instant) rows.delete(key)
    },
  }
  return { counts, rows, setAway: (value: boolean) => (isAway = value) }
}

const createProcess = (counts: SharedCounts, clock: () => number, errors: unknown[] = []) => {
  const sharing = createQuotaSharing({ counts, clock, secret, onError: (error) => errors.push(error) })
  const quota = createQuota({ clock, limits: { anonymous: limit, keyed: limit }, sharing })
  onTestFinished(() => sharing.stop())
  return {
    take: (key = '198.51.100.1') => quota.take({ key, policy: 'anonymous' }).retryAfterSeconds === null,
    takeAll: () => {
      let taken = 0
      while (quota.take({ key: '198.51.100.1', policy: 'anonymous' }).retryAfterSeconds === null) taken += 1
      return taken
    },
    tellAll: sharing.tellAll,
  }
}

describe('a quota of several processes', () => {
  it('is one: what one of them let in is missing in the others', async () => {
    const { counts } = createCounts()
    const [first, second] = [createProcess(counts, () => 0), createProcess(counts, () => 0)]
    for (let count = 0; count < 60; count += 1) first.take()
    await first.tellAll()
    second.take()
    await second.tellAll()
    expect(second.takeAll()).toBe(limit - 61)
    await second.tellAll()
    await first.tellAll()
    first.take()
    await first.tellAll()
    expect(first.take()).toBe(false)
  })

  it('begins anew for all of them at the same moment, and forgets what is over', async () => {
    const { counts, rows } = createCounts()
    let now = 0
    const [first, second] = [createProcess(counts, () => now), createProcess(counts, () => now)]
    first.takeAll()
    await first.tellAll()
    now = 60_000
    expect([second.take(), first.take()]).toEqual([true, true])
    now = 240_000
    second.take()
    await second.tellAll()
    expect([...rows.values()].every(({ windowStart }) => windowStart > 120_000)).toBe(true)
  })

  it('is counted by each for itself while the database is away, and told afterwards', async () => {
    const { counts, setAway } = createCounts()
    const errors: unknown[] = []
    const [first, second] = [createProcess(counts, () => 0, errors), createProcess(counts, () => 0)]
    setAway(true)
    for (let count = 0; count < 70; count += 1) expect(first.take()).toBe(true)
    await first.tellAll()
    expect(first.take()).toBe(true)
    await first.tellAll()
    expect(errors).toHaveLength(1)
    setAway(false)
    await first.tellAll()
    second.take()
    await second.tellAll()
    expect(second.takeAll()).toBe(limit - 72)
  })

  it('writes no address down', async () => {
    const { counts, rows } = createCounts()
    const process = createProcess(counts, () => 0)
    process.take('2001:db8:1:2::/64')
    await process.tellAll()
    expect([...rows.values()]).toEqual([{ callerHash: expect.stringMatching(/^[\w-]{22}$/), windowStart: expect.any(Number), requests: 1 }])
  })
})

describe.runIf(testEngines.includes('postgres'))('two processes on one PostgreSQL', () => {
  it('together let a caller have its quota and at most a tenth more, but for what is asked while they tell', async () => {
    const { store, reopen, destroy } = await createTestDatabase('postgres')
    const stores = [store, await reopen()]
    onTestFinished(destroy)
    const processes = stores.map(({ sharedCounts }) => {
      if (!sharedCounts) throw new Error('PostgreSQL shares counts')
      return createProcess(sharedCounts, () => 0)
    })
    let taken = 0
    for (let round = 0; round < 2 * limit; round += 1)
      for (const process of processes) {
        if (!process.take()) continue
        taken += 1
        // As often as a process tells by itself: after each tenth of what is left.
        if (taken % 5 === 0) await process.tellAll()
      }
    expect(taken).toBeGreaterThanOrEqual(limit)
    expect(taken).toBeLessThanOrEqual(limit * 1.1)
  })

  it('refuse a caller over HTTP soon after the other one has let it have its quota', async () => {
    const database = await createTestDatabase('postgres')
    const config = readConfig({
      DATABASE_URL: database.databaseUrl,
      SEARCH_DIR: `${database.directory}/search`,
      GAZETTE_SECRET: secret,
      RATE_LIMIT: String(limit),
    })
    const apps = [
      await buildApp({ config, store: database.store, clock: () => 0, secret }),
      await buildApp({ config, store: await database.reopen(), clock: () => 0, secret }),
    ]
    onTestFinished(async () => {
      for (const app of apps) await app.close()
      await database.destroy()
    })
    const [first = '', second = ''] = await Promise.all(apps.map((app) => app.listen({ host: '127.0.0.1', port: 0 })))
    const ask = async (origin: string) => {
      const response = await fetch(`${origin}/v1/problems`, { headers: { 'x-forwarded-for': '198.51.100.1' } })
      await response.arrayBuffer()
      return response.status
    }
    for (let count = 0; count < limit; count += 1) expect(await ask(first)).toBe(200)
    expect(await ask(first)).toBe(429)
    let late = 0
    while ((await ask(second)) === 200) late += 1
    expect(late).toBeLessThan(limit / 2)
  })
})
