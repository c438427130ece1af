import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import fastify from 'fastify'

/** The least Fastify can do: a route that sends a Buffer. Arguments: the port, and a folder of `*.html` and `*.html.br`, a route each. */
const [, , port, folder = ''] = argv
const app = fastify()
for (const name of readdirSync(folder)) {
  const body = readFileSync(join(folder, name))
  const encoding = name.endsWith('.br') ? { 'content-encoding': 'br' } : {}
  app.get(`/${name}`, (_request, reply) => reply.headers({ 'content-type': 'text/html; charset=utf-8', ...encoding }).send(body))
}
await app.listen({ host: '127.0.0.1', port: Number(port) })
