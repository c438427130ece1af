import { isPortFree } from './free-port.ts'
import type { Addresses } from './read-addresses.ts'
import { type Service, type ServiceOptions, startService } from './service.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/** How the two servers are started; `onReady` is told when both answer, `signal` asks for the end. */
export type ServePlan = {
  addresses: Addresses
  api: ServiceOptions
  web: ServiceOptions
  signal: AbortSignal
  onReady?: () => void
}

const readyTimeoutSeconds = 180

/**
 * Serves API and site until `signal` asks for the end, then stops the site before the API it reads from.
 *
 * @throws when a port is taken, or a server does not start or ends by itself; the other one is stopped first
 */
export const serve = async ({ addresses, api, web, signal, onReady = () => undefined }: ServePlan): Promise<void> => {
  await requireFreePort('API_PORT', addresses.apiPort, addresses.host)
  await requireFreePort('WEB_PORT', addresses.webPort, addresses.host)
  const running: Service[] = []
  const start = async (options: ServiceOptions, url: string): Promise<void> => {
    const service = startService(options)
    running.unshift(service)
    await waitUntilReady(service, { url, timeoutSeconds: readyTimeoutSeconds, signal })
  }
  try {
    await start(api, `${addresses.localApiUrl}/readyz`)
    await start(web, `${addresses.localSiteUrl}/`)
    printAddresses(addresses)
    onReady()
    await Promise.race([untilAborted(signal), ...running.map(untilEnded)])
  } catch (error) {
    if (!signal.aborted) throw withLastLines(error, running[0])
  } finally {
    for (const service of running) await service.stop()
  }
}

const requireFreePort = async (variable: string, port: number, host: string): Promise<void> => {
  if (await isPortFree(port, host)) return
  throw new Error(
    `端口 ${port} 已被占用，请用 ${variable} 另选，例如 ${variable}=${port + 100} npm start\n` +
      `Port ${port} of ${host} is taken: choose another with ${variable}, for example ${variable}=${port + 100} npm start`,
  )
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    if (signal.aborted) settle()
    signal.addEventListener('abort', () => settle(), { once: true })
  })

/** A server that ends by itself is a failure, whatever its exit code. */
const untilEnded = async (service: Service): Promise<never> => {
  const code = await service.exited
  throw new ServiceEnded(service, code)
}

class ServiceEnded extends Error {
  readonly service: Service
  constructor(service: Service, code: number | null) {
    super(`${service.name} 意外退出 ended by itself (${code ?? 'signal'})`)
    this.service = service
  }
}

const withLastLines = (error: unknown, latest: Service | undefined): Error => {
  const service = error instanceof ServiceEnded ? error.service : latest
  const message = error instanceof Error ? error.message : String(error)
  return new Error([...(service?.lastLines() ?? []), message].join('\n'))
}

const printAddresses = ({ siteUrl, apiUrl }: Addresses): void => {
  process.stdout.write(
    `\nGazette 已就绪 is ready\n  网站 Site  ${siteUrl}\n  接口 API   ${apiUrl}\n  文档 Docs  ${apiUrl}/docs\n  停止 Stop  Ctrl-C\n\n`,
  )
}
