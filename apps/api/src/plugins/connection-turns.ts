import type { IncomingMessage, RequestListener } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Overloaded } from './overloaded.ts'

/** Answers that are in the making for one connection at a time. */
export const makingMaximum = 4
/** Requests that wait for their turn on one connection. Who sends more does so on purpose. */
export const waitingMaximum = 60

type Connection = { making: number; waiting: (() => void)[]; isOver: boolean }

const connections = new WeakMap<object, Connection>()
const refused = new WeakSet<IncomingMessage>()

const connectionOf = (socket: object): Connection => {
  const known = connections.get(socket)
  if (known) return known
  const connection: Connection = { making: 0, waiting: [], isOver: false }
  connections.set(socket, connection)
  return connection
}

/**
 * Lets the requests of one connection take turns. A client may send the next before it has the last answer (RFC 9112 §9.3.2), and
 * Node hands over all that one read brings, a thousand and more: made at once, they would keep everybody else waiting. They are
 * answered in order anyhow. One beyond those that may wait is refused, and the connection ends with it.
 */
export const takeTurns =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const { socket } = request
    const connection = connectionOf(socket)
    if (connection.isOver) {
      // Later, because Node goes on reading after every request it has handed over.
      process.nextTick(() => socket.pause())
      return
    }
    const begin = (): void => {
      if (socket.destroyed) return
      connection.making += 1
      response.once('close', () => {
        connection.making -= 1
        connection.waiting.shift()?.()
      })
      listener(request, response)
    }
    if (connection.making < makingMaximum) {
      begin()
      return
    }
    connection.isOver = connection.waiting.length >= waitingMaximum
    if (connection.isOver) refused.add(request)
    connection.waiting.push(begin)
  }

/** Refuses the request that was one too many on its connection. Those behind it are not looked at: they may be sent again. */
export const registerTurns = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (!refused.has(request.raw)) return
    reply.header('connection', 'close')
    throw new Overloaded()
  })
}
