import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isNotModified } from '@gazette/byte-cache/is-not-modified'
import { Id } from '@gazette/schema/scalars'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError, NotFound } from '../errors.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { DamagedImage } from './encode-process.ts'
import { findStoredMedia } from './find-stored-media.ts'
import { imageVariants } from './image-variants.ts'
import type { StoredMedia } from './media-mapper.ts'
import { createVariantStore, type VariantStore } from './variant-store.ts'
import { QueueFull } from './work-queue.ts'

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

/** A file on disk and what to say of it. */
type Sendable = { path: string; fileName: string; mimeType: string; etag: string }

const sendFile = async (request: FastifyRequest, reply: FastifyReply, { path, fileName, mimeType, etag }: Sendable) => {
  const { size } = await stat(path)
  const range = request.method === 'GET' ? parseRange(request.headers.range, size) : undefined
  reply.headers({
    'content-type': mimeType,
    'content-disposition': disposition(shownInPlace.test(mimeType) ? 'inline' : 'attachment', fileName),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    etag,
  })
  if (isNotModified(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (range === null) return reply.code(416).header('content-range', `bytes */${size}`).send()
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`)
  reply.header('content-length', range ? range.end - range.start + 1 : size)
  if (request.method === 'HEAD') return reply.send()
  return reply.send(createReadStream(path, range ?? {}))
}

const damaged = { zh: '原图已损坏，无法生成其他尺寸。', en: 'The original image is damaged; no other size can be made of it.' }

const toDomainError = (error: unknown, reply: FastifyReply): unknown => {
  if (error instanceof DamagedImage) return new NotFound('not-found', { detail: damaged, cause: error })
  if (!(error instanceof QueueFull)) return error
  reply.header('retry-after', '5')
  return new DomainError('service-unavailable', { cause: error })
}

const findVariant = async (variants: VariantStore, file: StoredMedia, name: string, reply: FastifyReply): Promise<Sendable> => {
  const variant = imageVariants(file).find((known) => known.name === name)
  if (!variant || file.path === null || file.sha256 === null) throw new NotFound('not-found')
  try {
    const path = await variants.findOrMake({ path: file.path, sha256: file.sha256, mimeType: file.mimeType }, variant)
    // Made again after an upgrade, the same name may have other bytes: the disk knows when.
    const { mtimeMs, size } = await stat(path)
    const etag = `"${file.sha256.slice(0, 16)}-${name}-${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`
    return { path, fileName: `${file.fileName.replace(/\.[^.]*$/, '')}-${name}`, mimeType: variant.mimeType, etag }
  } catch (error) {
    throw toDomainError(error, reply)
  }
}

/**
 * `GET /media/{id}/{fileName}`: the bytes of a file, or of a variant of an image under the variant's name.
 * An id never changes its bytes, so they may be kept for ever.
 */
export const mediaRoutes: ApiRoutes = async (app, { store, mediaDirectory }) => {
  const variants = createVariantStore(mediaDirectory)
  app.addHook('onClose', async () => variants.stop())
  // Both methods by name: the HEAD route Fastify adds by itself overwrites the length with 0.
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/:id/:fileName',
    schema: { hide: true, params: MediaParams },
    async handler(request, reply) {
      const { id, fileName } = request.params
      const file = await findStoredMedia(store, id)
      if (!file?.path) throw new NotFound('not-found')
      const sendable =
        file.fileName === fileName
          ? { path: join(mediaDirectory, file.path), fileName, mimeType: file.mimeType, etag: `"${file.sha256 ?? file.id}"` }
          : await findVariant(variants, file, fileName, reply)
      return sendFile(request, reply, sendable)
    },
  })
}
