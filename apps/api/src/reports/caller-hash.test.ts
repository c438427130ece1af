import { describe, expect, it } from 'vitest'
import { callerGroups, hashCaller } from './caller-hash.ts'

const noon = Date.parse('2026-11-20T12:00:00Z')

describe('callerGroups', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8:0001::1', '2001:db8:1:0::/64', '2001:db8:1::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
    ['not an address', 'unknown', 'unknown'],
  ])('takes %s for %s in %s', (given, address, network) => {
    expect(callerGroups(given)).toEqual({ address, network })
  })
})

describe('hashCaller', () => {
  it('knows a caller again on the same day, and no longer on the next', () => {
    const first = hashCaller('secret', '203.0.113.9', noon)
    expect(hashCaller('secret', '203.0.113.9', noon + 3_600_000)).toEqual(first)
    expect(hashCaller('secret', '203.0.113.9', noon + 86_400_000)).not.toEqual(first)
  })

  it('tells nothing without the secret', () => {
    const first = hashCaller('secret', '203.0.113.9', noon)
    expect(hashCaller('another', '203.0.113.9', noon)).not.toEqual(first)
    expect(JSON.stringify(first)).not.toContain('203.0.113')
  })
})
