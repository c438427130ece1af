import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { ChangeStreamHeaders, ChangeStreamQuery } from '@gazette/schema/article-query'
import { Change } from '@gazette/schema/change'
import { encode, z } from 'zod'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { Overloaded } from '../plugins/overloaded.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readSequence } from './change-cursor.ts'
import { tellChanges } from './tell-changes.ts'

const batchMaximum = 100
const streamsMaximum = 1_000
const keepAliveMilliseconds = 15_000
const retryMilliseconds = 2_000
const lingerMilliseconds = 500

/** What the stream is written to: the part of a response it needs. */
type Output = { write(text: string): boolean; end(): void } & NodeJS.EventEmitter

/** One server-sent event (WHATWG HTML §9.2.6): the id is that of the change, the data the change as JSON. */
export const toServerSentEvent = (change: Change): string => `id: ${change.id}\ndata: ${JSON.stringify(encode(Change, change))}\n\n`

const write = async (output: Output, text: string, over: AbortSignal): Promise<void> => {
  // A slow reader is waited for: what it has not read yet is kept in the database, not in memory.
  if (!output.write(text)) await once(output, 'drain', { signal: over })
}

const sendChanges = async (context: ApiContext, start: number, output: Output, over: AbortSignal): Promise<void> => {
  let sequence = start
  await write(output, `retry: ${retryMilliseconds}\n\n`, over)
  while (!over.aborted) {
    const signalled = context.signal.next()
    const { changes, lastSequence } = await tellChanges(context, sequence, batchMaximum)
    sequence = lastSequence
    if (changes.length > 0) await write(output, changes.map(toServerSentEvent).join(''), over)
    if (changes.length === batchMaximum) continue
    const isQuiet = await Promise.race([signalled.then(() => false), delay(keepAliveMilliseconds, true, { signal: over })])
    if (isQuiet) await write(output, ': still here\n\n', over)
  }
}

/** Ends a stream: a reader that is there takes what is left at once; one that has stopped reading is not waited for. */
const end = (raw: ServerResponse): void => {
  const letGo = setTimeout(() => raw.destroy(), lingerMilliseconds).unref()
  raw.once('close', () => clearTimeout(letGo))
  raw.end(() => raw.socket?.destroySoon())
}

/** `GET /v1/changes/stream`. */
export const changeStreamRoutes: ApiRoutes = async (app, context) => {
  let streams = 0
  app.get(
    '/changes/stream',
    {
      schema: {
        operationId: 'streamChanges',
        tags: ['Changes'],
        summary: 'What changes, as it happens · 变更推送',
        description:
          'The change log as server-sent events, from `cursor` or `Last-Event-ID` on, else from the beginning. Browsers resume by themselves. Each event carries one `Change` as JSON.',
        querystring: ChangeStreamQuery,
        headers: ChangeStreamHeaders,
        response: {
          200: {
            description: '`text/event-stream`',
            content: { 'text/event-stream': { schema: z.string().describe('Server-sent events.') } },
          },
          ...problemResponses(),
        },
      },
    },
    async (request, reply) => {
      const { cursor } = request.query
      const lastEventId = request.headers['last-event-id']
      if (streams >= streamsMaximum) throw new Overloaded()
      // A browser sends both when it reconnects to the address it was given: what it has seen last counts.
      const start = lastEventId === undefined ? await readSequence(context, cursor) : Number(lastEventId)
      reply.hijack()
      const { raw } = reply
      const gone = new AbortController()
      raw.once('close', () => gone.abort())
      const over = AbortSignal.any([gone.signal, context.signal.stopped])
      raw.writeHead(200, {
        ...Object.fromEntries(Object.entries(reply.getHeaders())),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies such as nginx would hold events back to fill a buffer.
        'x-accel-buffering': 'no',
        ...(context.signal.stopped.aborted ? { connection: 'close' } : {}),
      })
      if (request.method === 'HEAD') {
        raw.end()
        return undefined as never
      }
      streams += 1
      try {
        await sendChanges(context, start, raw, over)
      } catch (error) {
        if (!over.aborted) request.log.error({ err: error }, 'the change stream broke off')
      } finally {
        streams -= 1
        end(raw)
      }
      return undefined as never
    },
  )
}
