import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { constants, createBrotliCompress, createGzip, createZstdCompress } from 'node:zlib'
import { chooseEncoding } from '@gazette/byte-cache/choose-encoding'
import { Article } from '@gazette/schema/article'
import { ExportQuery } from '@gazette/schema/article-query'
import type { FastifyReply } from 'fastify'
import { encode, z } from 'zod'
import { writeChangeCursor } from '../changes/change-cursor.ts'
import { readNewestSequence } from '../changes/newest-sequence.ts'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { identifyCaller } from '../plugins/identify-caller.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readArticleBatches } from './article-batches.ts'
import { createExportSlots, exportsMaximum, exportsPerCaller } from './export-slots.ts'

const batchSize = 20

const compressors = {
  identity: () => [],
  gzip: () => [createGzip()],
  br: () => [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  zstd: () => [createZstdCompress()],
}

/** Others have their turn after each batch: where the database and the reader are quick enough, nothing else here ever waits. */
async function* toLines(batches: AsyncIterable<Article[]>): AsyncGenerator<string> {
  for await (const batch of batches) {
    yield batch.map((article) => `${JSON.stringify(encode(Article, article))}\n`).join('')
    await nextTurn()
  }
}

// Taken before the first article is read: whoever follows the changes from here on misses nothing of what happens meanwhile.
const readPosition = async (context: ApiContext): Promise<string> => writeChangeCursor(context, await readNewestSequence(context.store))

const sendExport = async (context: ApiContext, reply: FastifyReply, body: ExportQuery['body']): Promise<void> => {
  const { method, headers } = reply.request
  const coding = chooseEncoding(headers['accept-encoding'])
  const position = await readPosition(context)
  reply.hijack()
  reply.raw.writeHead(200, {
    ...Object.fromEntries(Object.entries(reply.getHeaders())),
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': 'attachment; filename="articles.ndjson"',
    'cache-control': 'no-store',
    vary: 'Accept-Encoding',
    link: `<${context.addresses.api(`/v1/changes?cursor=${position}`)}>; rel="monitor"`,
    ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
  })
  if (method === 'HEAD') {
    reply.raw.end()
    return
  }
  // One batch at a time: a stream of objects would read sixteen of them ahead of a slow reader.
  const lines = Readable.from(toLines(readArticleBatches(context, body, batchSize)), { highWaterMark: 1 })
  await pipeline([lines, ...compressors[coding](), reply.raw])
}

/** `GET /v1/export/articles.ndjson`. */
export const exportRoutes: ApiRoutes = async (app, context) => {
  const takeSlot = createExportSlots()
  app.get(
    '/export/articles.ndjson',
    {
      schema: {
        operationId: 'exportArticles',
        tags: ['Articles'],
        summary: 'Everything, as a stream · 全量导出',
        description: `Every public article, withdrawn ones included, one JSON document a line, in the order of their ids. The \`Link\` with \`rel="monitor"\` is where to follow the changes from, so that a copy made from both misses nothing. A caller may have ${exportsPerCaller} exports at a time, beyond which the answer is 429, and all callers together ${exportsMaximum}, beyond which it is 503; both with \`Retry-After\`.`,
        querystring: ExportQuery,
        response: {
          200: {
            description: 'One `Article` a line.',
            content: { 'application/x-ndjson': { schema: z.string().describe('Articles as JSON, one a line.') } },
          },
          ...problemResponses(),
        },
      },
    },
    async (request, reply) => {
      const giveBack = takeSlot(identifyCaller(request.raw, context.tokens).caller.key)
      try {
        await sendExport(context, reply, request.query.body)
      } catch (error) {
        if (!reply.raw.headersSent) throw error
        // Too late for a problem: a connection that breaks off tells the reader that the file is not whole.
        if (!reply.raw.destroyed) request.log.error({ err: error }, 'the export broke off')
        reply.raw.destroy()
      } finally {
        giveBack()
      }
      return undefined as never
    },
  )
}
