import { describe, expect, it } from 'vitest'
import { callerOf } from './caller-of.ts'
import { createQuota } from './quota.ts'

const request = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})

describe('a quota', () => {
  it('lets each caller have its requests, tells what is left, and begins anew after the minute', () => {
    let now = 0
    const quota = createQuota({ clock: () => now, limits: { anonymous: 2, keyed: 3 } })
    const take = (key: string) => quota.take({ key, policy: 'anonymous' })
    expect(take('a')).toEqual({
      headers: ['ratelimit-policy', '"anonymous";q=2;w=60', 'ratelimit', '"anonymous";r=1;t=60'],
      retryAfterSeconds: null,
    })
    now = 30_000
    expect(take('a').headers[3]).toBe('"anonymous";r=0;t=30')
    expect(take('a').retryAfterSeconds).toBe(30)
    expect(take('b').retryAfterSeconds).toBeNull()
    now = 60_000
    expect(take('a')).toMatchObject({ retryAfterSeconds: null })
  })

  it('remembers no more callers than it is told to', () => {
    const quota = createQuota({ clock: () => 0, limits: { anonymous: 1, keyed: 1 }, callersMaximum: 2 })
    const take = (key: string) => quota.take({ key, policy: 'anonymous' }).retryAfterSeconds
    expect([take('a'), take('b'), take('c')]).toEqual([null, null, null])
    expect([take('c'), take('b'), take('a')]).toEqual([60, 60, null])
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
