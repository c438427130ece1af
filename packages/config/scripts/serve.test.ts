import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findFreePort, isPortFree } from './free-port.ts'
import { type Addresses, readAddresses } from './read-addresses.ts'
import { type ServePlan, serve } from './serve.ts'

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))

const freeAddresses = async (): Promise<Addresses> =>
  readAddresses({ API_PORT: `${await findFreePort()}`, WEB_PORT: `${await findFreePort()}` })

const plan = (addresses: Addresses, signal: AbortSignal, scripts = { api: 'server.mjs', web: 'server.mjs' }): ServePlan => ({
  addresses,
  signal,
  api: { name: 'api', args: [scripts.api], cwd: fixtures, env: { PORT: `${addresses.apiPort}` } },
  web: { name: 'web', args: [scripts.web], cwd: fixtures, env: { PORT: `${addresses.webPort}` } },
})

/** Resolves with what was printed once the addresses are. */
const untilPrinted = (): Promise<string> =>
  new Promise((settle) => {
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      if (`${text}`.includes('Gazette')) settle(`${text}`)
      return true
    })
  })

const bothFree = async ({ apiPort, webPort, host }: Addresses) => (await isPortFree(apiPort, host)) && (await isPortFree(webPort, host))

describe('serve', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('prints both addresses once both servers answer, and frees both ports when asked to stop', async () => {
    const addresses = await freeAddresses()
    const stopping = new AbortController()
    const printed = untilPrinted()
    const ended = serve(plan(addresses, stopping.signal))
    expect(await printed).toContain(addresses.siteUrl)
    expect(await printed).toContain(`${addresses.apiUrl}/docs`)
    expect((await fetch(addresses.siteUrl)).status).toBe(200)
    stopping.abort()
    await ended
    expect(await bothFree(addresses)).toBe(true)
  })

  it('stops the other server and says the last lines when one ends by itself', async () => {
    const addresses = await freeAddresses()
    const printed = untilPrinted()
    const ended = serve(plan(addresses, new AbortController().signal))
    await printed
    const failure = expect(ended).rejects.toThrow(/something broke\napi 意外退出 ended by itself \(3\)/)
    await fetch(`${addresses.apiUrl}/end`)
    await failure
    expect(await bothFree(addresses)).toBe(true)
  })

  it('says why a server did not start', async () => {
    const addresses = await freeAddresses()
    const started = serve(plan(addresses, new AbortController().signal, { api: 'crash.mjs', web: 'server.mjs' }))
    await expect(started).rejects.toThrow(/DATABASE_URL: must be[\s\S]*api 启动失败 did not start/)
  })

  it('stops what has started when the other does not', async () => {
    const addresses = await freeAddresses()
    const started = serve(plan(addresses, new AbortController().signal, { api: 'server.mjs', web: 'crash.mjs' }))
    await expect(started).rejects.toThrow('web 启动失败 did not start')
    expect(await bothFree(addresses)).toBe(true)
  })

  it('names the variable that chooses another port when one is taken', async () => {
    const addresses = await freeAddresses()
    const taken = { ...addresses, webPort: addresses.apiPort }
    const stopping = new AbortController()
    const printed = untilPrinted()
    const ended = serve(plan(addresses, stopping.signal))
    await printed
    await expect(serve(plan({ ...taken, apiPort: await findFreePort() }, stopping.signal))).rejects.toThrow(
      `WEB_PORT=${taken.webPort + 100}`,
    )
    stopping.abort()
    await ended
  })
})
