/** Where the two servers listen, and the addresses they are known by. */
export type Addresses = {
  host: string
  apiPort: number
  webPort: number
  apiUrl: string
  siteUrl: string
  localApiUrl: string
  localSiteUrl: string
}

const anyAddress = new Set(['0.0.0.0', '::', ''])

/**
 * Reads HOST, API_PORT, WEB_PORT, API_URL and SITE_URL.
 *
 * @throws naming the variable that holds no port
 */
export const readAddresses = (env: NodeJS.ProcessEnv): Addresses => {
  const host = env['HOST'] || '127.0.0.1'
  const apiPort = readPort(env, 'API_PORT', 4000)
  const webPort = readPort(env, 'WEB_PORT', 3000)
  // A server bound to every address is reached from this machine at the loopback one.
  const reachable = anyAddress.has(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  const localApiUrl = `http://${reachable}:${apiPort}`
  const localSiteUrl = `http://${reachable}:${webPort}`
  return {
    host,
    apiPort,
    webPort,
    apiUrl: env['API_URL'] || localApiUrl,
    siteUrl: env['SITE_URL'] || localSiteUrl,
    localApiUrl,
    localSiteUrl,
  }
}

const readPort = (env: NodeJS.ProcessEnv, variable: string, fallback: number): number => {
  const text = env[variable] || `${fallback}`
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${variable}=${text}: 应为 1 到 65535 的整数 must be an integer from 1 to 65535`)
  }
  return port
}
