import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('readConfig', () => {
  it('runs with no variable at all', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      apiPort: 4000,
      databaseUrl: 'file:data/gazette.db',
      siteUrl: 'http://127.0.0.1:3000',
      apiUrl: 'http://127.0.0.1:4000',
      timeZone: 'Asia/Shanghai',
      sampleContent: true,
    })
  })

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ API_PORT: '', SITE_URL: '' })).toEqual(readConfig({}))
  })

  it('cuts the slash at the end of public addresses', () => {
    expect(readConfig({ SITE_URL: 'https://www.example.gov.cn/' }).siteUrl).toBe('https://www.example.gov.cn')
  })

  it.each([
    ['API_PORT', '70000'],
    ['API_PORT', 'http'],
    ['DATABASE_URL', 'mysql://x'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['SAMPLE_CONTENT', 'yes'],
    ['TIME_ZONE', 'Mars/Olympus'],
    ['LOG_LEVEL', 'loud'],
    ['GAZETTE_SECRET', 'short'],
    ['RATE_LIMIT_KEYED', 'off'],
    ['RATE_LIMIT_KEYED', '1199'],
  ])('names %s when its value %j cannot be used', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `))
  })

  it('gives a token ten times the quota of an address, and no quota to either when there is none', () => {
    expect(readConfig({}).requestsPerMinute).toEqual({ anonymous: 1200, keyed: 12_000 })
    expect(readConfig({ RATE_LIMIT: '50', RATE_LIMIT_KEYED: '60' }).requestsPerMinute).toEqual({ anonymous: 50, keyed: 60 })
    expect(readConfig({ RATE_LIMIT: 'off' }).requestsPerMinute).toBeNull()
  })

  it('names every wrong variable at once', () => {
    expect(() => readConfig({ API_PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/API_PORT: .*\nLOG_LEVEL: /)
  })

  it('asks for a secret with PostgreSQL, so that all processes sign alike', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://127.0.0.1/gazette' })).toThrow(ConfigError)
  })
})
