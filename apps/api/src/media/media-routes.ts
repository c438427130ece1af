import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Id } from '@gazette/schema/scalars'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'

const MediaParams = z.strictObject({ id: Id, fileName: z.string().max(500) })

// Only these are shown in place; everything else is handed over as a file, so that it never runs in our name.
const shownInPlace = /^(image\/(jpeg|png|gif|webp|avif)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf|text\/plain)$/

const disposition = (kind: 'inline' | 'attachment', fileName: string): string =>
  `${kind}; filename="${fileName.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`

const rangePattern = /^bytes=(\d*)-(\d*)$/

/** The bytes a single range asks for (RFC 9110 §14.1.2); null when it cannot be satisfied, undefined when there is none or it makes no sense. */
export const parseRange = (header: string | undefined, size: number): { start: number; end: number } | null | undefined => {
  const [, first = '', last = ''] = rangePattern.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size) return null
  return start > end ? undefined : { start, end }
}

/** `GET /media/{id}/{fileName}`: the bytes of a file. An id never changes its bytes, so they may be kept for ever. */
export const mediaRoutes: ApiRoutes = async (app, { store, mediaDirectory }) => {
  app.get('/media/:id/:fileName', { schema: { hide: true, params: MediaParams } }, async (request, reply) => {
    const { media } = store.tables
    const rows = await store.db.select().from(media).where(eq(media.id, request.params.id))
    const file = rows[0]
    if (!file?.path || file.fileName !== request.params.fileName) throw new NotFound('not-found')
    const path = join(mediaDirectory, file.path)
    const { size } = await stat(path)
    const etag = `"${file.sha256 ?? file.id}"`
    const range = parseRange(request.headers.range, size)
    reply.headers({
      'content-type': file.mimeType,
      'content-disposition': disposition(shownInPlace.test(file.mimeType) ? 'inline' : 'attachment', file.fileName),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      etag,
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    if (range === null) return reply.code(416).header('content-range', `bytes */${size}`).send()
    if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`)
    reply.header('content-length', range ? range.end - range.start + 1 : size)
    if (request.method === 'HEAD') return reply.send()
    return reply.send(createReadStream(path, range ?? {}))
  })
}
