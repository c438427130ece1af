import { describe, expect, it } from 'vitest'
import { readAddresses } from './read-addresses.ts'

describe('readAddresses', () => {
  it('needs no variable at all', () => {
    expect(readAddresses({})).toMatchObject({ siteUrl: 'http://127.0.0.1:3000', apiUrl: 'http://127.0.0.1:4000' })
  })

  it('follows the ports', () => {
    expect(readAddresses({ API_PORT: '4100', WEB_PORT: '3100' })).toMatchObject({
      siteUrl: 'http://127.0.0.1:3100',
      apiUrl: 'http://127.0.0.1:4100',
    })
  })

  it('reaches a server bound to every address at the loopback one', () => {
    expect(readAddresses({ HOST: '0.0.0.0', SITE_URL: 'https://news.example' })).toMatchObject({
      host: '0.0.0.0',
      siteUrl: 'https://news.example',
      localSiteUrl: 'http://127.0.0.1:3000',
    })
  })

  it.each(['abc', '0', '65536', '3000.5'])('refuses WEB_PORT=%s and names the variable', (port) => {
    expect(() => readAddresses({ WEB_PORT: port })).toThrow(`WEB_PORT=${port}`)
  })
})
