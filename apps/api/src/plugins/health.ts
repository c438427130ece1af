import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sql } from '../database/drizzle.ts'
import type { ApiRoutes } from './api-context.ts'
import { Overloaded } from './overloaded.ts'
import { problemResponses } from './problem-responses.ts'

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health', description: 'All is well.' })
const Version = z
  .object({ name: z.string(), version: z.string(), node: z.string() })
  .meta({ id: 'Version', description: 'What is running.' })

const checkDatabase = async (app: FastifyInstance, query: () => Promise<unknown>): Promise<boolean> => {
  try {
    await query()
    return true
  } catch (error) {
    app.log.error({ err: error }, 'the database does not answer')
    return false
  }
}

/** `/livez`, `/readyz` and `/version`. */
export const healthRoutes =
  (version: string): ApiRoutes =>
  async (app, { store, answers }) => {
    app.get(
      '/livez',
      {
        schema: {
          operationId: 'getLiveness',
          tags: ['Health'],
          security: [],
          summary: 'Is it running? · 存活检查',
          description: 'Answers as long as the process lives.',
          response: { 200: Health, ...problemResponses() },
        },
      },
      async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }),
    )
    app.get(
      '/readyz',
      {
        schema: {
          operationId: 'getReadiness',
          tags: ['Health'],
          security: [],
          summary: 'Can it answer? · 就绪检查',
          description: 'Answers 503 while the database cannot be reached.',
          response: { 200: Health, ...problemResponses() },
        },
      },
      async (_request, reply) => {
        reply.header('cache-control', 'no-store')
        const { settings } = store.tables
        if (await checkDatabase(app as unknown as FastifyInstance, async () => store.db.select({ one: sql`1` }).from(settings).limit(1)))
          return { status: 'ok' as const }
        throw new Overloaded()
      },
    )
    app.get(
      '/version',
      {
        schema: {
          operationId: 'getVersion',
          tags: ['Health'],
          security: [],
          summary: 'What is running? · 版本',
          description: 'Name and version of the program.',
          response: { 200: Version, ...problemResponses() },
        },
      },
      (request, reply) => {
        const value = { name: 'gazette', version, node: process.version }
        return answers.sendOnce(request, reply, Version, { value, headers: { 'cache-control': 'no-cache' } })
      },
    )
  }
