import { createServer } from 'node:net'

/** Whether a server can listen on `port` of `host` now. */
export const isPortFree = (port: number, host: string): Promise<boolean> => listenOnce(port, host).then((found) => found !== null)

/** A port of 127.0.0.1 that nothing listens on. */
export const findFreePort = async (): Promise<number> => {
  const port = await listenOnce(0, '127.0.0.1')
  if (port === null) throw new Error('no free port on 127.0.0.1')
  return port
}

const listenOnce = (port: number, host: string): Promise<number | null> =>
  new Promise((settle) => {
    const server = createServer()
    server.once('error', () => settle(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
