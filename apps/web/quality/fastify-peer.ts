import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import fastify from 'fastify'

/** The least Fastify can do: one route that sends a Buffer. Arguments: the port and the file to send. */
const [, , port, file = ''] = argv
const body = readFileSync(file)
const app = fastify()
app.get('/', (_request, reply) => reply.header('content-type', 'text/html; charset=utf-8').header('content-encoding', 'br').send(body))
await app.listen({ host: '127.0.0.1', port: Number(port) })
