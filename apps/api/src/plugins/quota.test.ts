import { describe, expect, it } from 'vitest'
import { callerOf } from './caller-of.ts'
import { createQuota } from './quota.ts'

const request = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})

describe('a quota', () => {
  it('lets each caller have its requests in a minute, tells what is left, and begins anew after it', () => {
    let now = 0
    const quota = createQuota({ clock: () => now, limits: { anonymous: 2, keyed: 3 } })
    const take = (key: string) => quota.take({ key, policy: 'anonymous' })
    const { headers, retryAfterSeconds } = take('a')
    const seconds = Number(/t=(\d+)$/.exec(headers[3] ?? '')?.[1])
    expect(headers).toEqual(['ratelimit-policy', '"anonymous";q=2;w=60', 'ratelimit', `"anonymous";r=1;t=${seconds}`])
    expect(retryAfterSeconds).toBeNull()
    expect(seconds).toBeLessThanOrEqual(60)
    now = 2_000
    expect(take('a').headers[3]).toBe(`"anonymous";r=0;t=${seconds - 2}`)
    expect(take('a').retryAfterSeconds).toBe(seconds - 2)
    expect(take('b').retryAfterSeconds).toBeNull()
    now = seconds * 1000
    expect(take('a').headers[3]).toBe('"anonymous";r=1;t=60')
  })

  it('is another one for whoever has a token, and none worth the name for this machine', () => {
    const quota = createQuota({ clock: () => 0, limits: { anonymous: 2, keyed: 3 } })
    const policy = (name: 'keyed' | 'local') => quota.take({ key: name, policy: name }).headers[1]
    expect([policy('keyed'), policy('local')]).toEqual(['"keyed";q=3;w=60', '"local";q=100000000;w=60'])
  })

  it('renews the requests of each caller at another moment, so that not all come back at once', () => {
    const quota = createQuota({ clock: () => 0, limits: { anonymous: 2, keyed: 2 } })
    const seconds = Array.from({ length: 200 }, (_, index) => quota.take({ key: `198.51.100.${index}`, policy: 'anonymous' }).headers[3])
    expect(new Set(seconds).size).toBeGreaterThan(40)
  })

  it('remembers no more callers than it is told to', () => {
    const quota = createQuota({ clock: () => 0, limits: { anonymous: 1, keyed: 1 }, callersMaximum: 2 })
    const isLetIn = (key: string) => quota.take({ key, policy: 'anonymous' }).retryAfterSeconds === null
    expect([isLetIn('a'), isLetIn('b'), isLetIn('c')]).toEqual([true, true, true])
    expect([isLetIn('c'), isLetIn('b'), isLetIn('a')]).toEqual([false, false, true])
  })

  it('can be switched off', () => {
    expect(createQuota({ clock: () => 0, limits: null }).take({ key: 'a', policy: 'anonymous' }).headers).toEqual([])
  })
})

describe('who a caller is', () => {
  it('is the address of the connection, whatever its headers say', () => {
    expect(callerOf(request('203.0.113.9', '198.51.100.1'))).toEqual({ key: '203.0.113.9', policy: 'anonymous' })
    expect(callerOf(request('::ffff:203.0.113.9'))).toEqual({ key: '203.0.113.9', policy: 'anonymous' })
  })

  it('is what a proxy on this machine added, and nothing anyone else wrote before it', () => {
    expect(callerOf(request('127.0.0.1', '10.0.0.1, 198.51.100.1'))).toEqual({ key: '198.51.100.1', policy: 'anonymous' })
    expect(callerOf(request('::1', 'nonsense'))).toMatchObject({ policy: 'local' })
    expect(callerOf(request('127.0.0.1'))).toMatchObject({ policy: 'local' })
  })

  it('is a network, not an address, in IPv6', () => {
    const keys = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1', '2001:db8::1'].map(
      (address) => callerOf(request(address)).key,
    )
    expect(keys).toEqual(['2001:db8:1:2::/64', '2001:db8:1:2::/64', '2001:db8:1:3::/64', '2001:db8:0:0::/64'])
  })
})
