import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Listens on a free port. @returns the port */
export const listenOnPort = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A connection that bytes are sent over as they are, without an HTTP client that would put them right. */
export const openConnection = async (port: number): Promise<Socket> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  // The server may end it while we are still sending: what it said until then is what counts.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** Everything that is said until the connection ends. */
export const readToEnd = async (socket: Socket): Promise<string> => {
  const parts: Buffer[] = []
  socket.on('data', (part: Buffer) => parts.push(part))
  if (!socket.readableEnded && !socket.destroyed) await new Promise((settle) => socket.once('end', settle).once('close', settle))
  socket.destroy()
  return Buffer.concat(parts).toString()
}

/** Sends bytes over a connection of its own and reads until the server ends it. */
export const exchange = async (port: number, bytes: string): Promise<string> => {
  const socket = await openConnection(port)
  socket.write(bytes, 'latin1')
  return readToEnd(socket)
}

/** How many connections a server has. */
export const countConnections = ({ server }: FastifyInstance): Promise<number> =>
  new Promise((settle, fail) => server.getConnections((error, count) => (error ? fail(error) : settle(count))))
