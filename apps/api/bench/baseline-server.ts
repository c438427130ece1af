/**
 * Answers the same bytes in the barest ways there are: `node baseline-server.ts FILE`, where FILE names each answer's status, headers
 * and body. Prints the ports of the Fastify and of the node:http server.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { z } from 'zod'

const Answers = z.array(z.object({ name: z.string(), status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() }))
const answers = Answers.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))

const fastify = Fastify()
const byPath = new Map<string, { status: number; headers: Record<string, string>; bytes: Buffer | undefined }>()
for (const { name, status, headers, body } of answers) {
  const bytes = status === 304 ? undefined : Buffer.from(body)
  const text = status === 304 ? undefined : body
  fastify.get(`/buffer/${name}`, (_request, reply) => reply.code(status).headers(headers).send(bytes))
  fastify.get(`/string/${name}`, (_request, reply) => reply.code(status).headers(headers).send(text))
  // What somebody would write who wants nothing but speed: the body and its type.
  fastify.get(`/plain/${name}`, (_request, reply) => reply.code(status).header('content-type', headers['content-type']).send(bytes))
  byPath.set(`/http/${name}`, { status, headers: bytes ? { ...headers, 'content-length': String(bytes.length) } : headers, bytes })
}

const http = createServer((request, response) => {
  const answer = byPath.get(request.url ?? '')
  response.writeHead(answer?.status ?? 404, answer?.headers)
  response.end(answer?.bytes)
})

await fastify.listen({ host: '127.0.0.1', port: 0 })
http.listen(0, '127.0.0.1', () => {
  const ports = [fastify.server, http].map((server) => (server.address() as AddressInfo).port)
  process.stdout.write(`${ports.join(' ')}\n`)
})
