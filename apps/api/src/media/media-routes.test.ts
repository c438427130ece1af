import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { eq } from '../database/drizzle.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp, testApiUrl } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { recordRemoteFile, storeFile } from './media-store.ts'
import { cmykJpeg, jpegWithExif, movingGif, pixelAt, svgWithScript } from './testing-images.ts'

type File = { fileName: string; mimeType: string; kind?: 'image' | 'file' }

const store = ({ publishing, mediaDirectory }: TestApp, { kind = 'image', ...file }: File, bytes: Uint8Array): Promise<string> =>
  publishing.write((writing) => storeFile(writing, mediaDirectory, { kind, ...file }, bytes))

const storeJpeg = (gazette: TestApp, bytes: Uint8Array) => store(gazette, { fileName: 'photo.jpg', mimeType: 'image/jpeg' }, bytes)

const recordOf = async ({ store: { db, tables } }: TestApp, id: string) => {
  const rows = await db.select().from(tables.media).where(eq(tables.media.id, id))
  return rows[0]
}

describe.each(testEngines)('media on %s', (engine) => {
  it('measures an image when it is stored', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif(6))
    expect(await recordOf(gazette, id)).toMatchObject({ width: 400, height: 640, dominantColor: expect.stringMatching(/^#[0-9a-f]{6}$/) })
  })

  it('lists the variants of an image in an article, each at an address that answers what it says', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif())
    const body = [{ type: 'image' as const, id: 'i1', media: { id }, alt: '图', caption: null, credit: null }]
    const article = await gazette.publish(articleContent({ body }), 'chzhxw')
    const [block] = (await gazette.app.inject(`/v1/articles/${article}`)).json().body
    expect(block.media.variants).toHaveLength(6)
    for (const variant of block.media.variants) {
      const answer = await gazette.app.inject(variant.url.slice(testApiUrl.length))
      const { width, height, format } = await sharp(answer.rawPayload).metadata()
      expect([answer.headers['content-type'], width, height]).toEqual([variant.mimeType, variant.width, variant.height])
      expect(variant.mimeType).toBe(`image/${format === 'heif' ? 'avif' : format}`)
    }
  })

  it('keeps a variant on disk, and makes it once however many ask at a time', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif())
    const answers = await Promise.all(Array.from({ length: 8 }, () => gazette.app.inject(`/media/${id}/w320.webp`)))
    expect(new Set(answers.map(({ headers, statusCode }) => `${statusCode} ${headers.etag}`)).size).toBe(1)
    const files = await readdir(`${gazette.mediaDirectory}/variants`, { recursive: true, withFileTypes: true })
    expect(files.filter((file) => file.isFile()).map(({ name }) => name)).toEqual(['w320.webp'])
  })

  it('lets variants be kept for ever and answers 304 to who has one', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif())
    const { headers } = await gazette.app.inject(`/media/${id}/w320.jpg`)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await gazette.app.inject({ url: `/media/${id}/w320.jpg`, headers: { 'if-none-match': String(headers.etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it.each(['w321.avif', 'w1920.avif', 'w320.png', 'w320.AVIF', 'w0320.avif', 'w320', 'w320.avif.webp', '..%2f..%2fsecret'])(
    'answers 404 to what is not in the list: %s',
    async (name) => {
      const gazette = await buildTestApp({ engine })
      const id = await storeJpeg(gazette, await jpegWithExif())
      const answer = await gazette.app.inject(`/media/${id}/${name}`)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
    },
  )

  it('makes nothing of a file its publisher keeps', async () => {
    const gazette = await buildTestApp({ engine })
    const file = { kind: 'image' as const, fileName: 'far.jpg', mimeType: 'image/jpeg', width: 640, height: 400, dominantColor: '#000000' }
    const id = await gazette.publishing.write((writing) => recordRemoteFile(writing, file, 'https://elsewhere.example/far.jpg'))
    expect((await gazette.app.inject(`/media/${id}/w320.avif`)).statusCode).toBe(404)
  })

  it('answers HEAD as GET, originals and variants alike', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif())
    for (const name of ['photo.jpg', 'w320.webp']) {
      const get = await gazette.app.inject(`/media/${id}/${name}`)
      const head = await gazette.app.inject({ method: 'HEAD', url: `/media/${id}/${name}` })
      const comparable = ({ headers }: typeof get) => ({ ...headers, ratelimit: null, date: null, 'x-request-id': null })
      expect(comparable(head)).toEqual(comparable(get))
      expect(Number(head.headers['content-length'])).toBe(get.rawPayload.length)
      expect(head.body).toBe('')
    }
  })

  it('sends part of a file to who asks for a range', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif())
    const answer = await gazette.app.inject({ url: `/media/${id}/photo.jpg`, headers: { range: 'bytes=0-1' } })
    expect([answer.statusCode, answer.rawPayload.toString('hex')]).toEqual([206, 'ffd8'])
  })
})

describe('what leaves the house of a picture', () => {
  const [engine = 'sqlite'] = testEngines

  it('has neither place nor owner, in the original and in every variant', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await jpegWithExif(6))
    for (const name of ['photo.jpg', 'w320.avif', 'w320.webp', 'w320.jpg']) {
      const { rawPayload } = await gazette.app.inject(`/media/${id}/${name}`)
      expect(rawPayload.includes('Secret')).toBe(false)
      const { exif } = await sharp(rawPayload).metadata()
      expect([name, exif?.includes('Secret') ?? false, (exif?.length ?? 0) < 64]).toEqual([name, false, true])
    }
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright whatever way it was stored (%i)', async (orientation) => {
    const gazette = await buildTestApp({ engine })
    // Stored so that the red corner is at the top left only when the orientation is applied.
    const upright = await sharp(await jpegWithExif())
      .png()
      .toBuffer()
    const turns = [[], [], ['flop'], ['180'], ['flip'], ['flip', '90'], ['270'], ['flip', '270'], ['90']][orientation] ?? []
    let stored = sharp(upright)
    for (const turn of turns) {
      const next = turn === 'flop' ? stored.flop() : turn === 'flip' ? stored.flip() : stored.rotate(Number(turn))
      stored = sharp(await next.png().toBuffer())
    }
    const id = await storeJpeg(gazette, await stored.withMetadata({ orientation }).jpeg().toBuffer())
    const { rawPayload } = await gazette.app.inject(`/media/${id}/w320.jpg`)
    const [red = 0, green = 0] = await pixelAt(rawPayload, 0.2, 0.2)
    expect([red > 200, green < 60]).toEqual([true, true])
    expect(await pixelAt(rawPayload, 0.8, 0.8)).toEqual([255, 255, 255])
    expect(await recordOf(gazette, id)).toMatchObject({ width: 640, height: 400 })
  })

  it('is in the colours of the screen when it was made for print', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await storeJpeg(gazette, await cmykJpeg())
    const { rawPayload } = await gazette.app.inject(`/media/${id}/w320.jpg`)
    expect((await sharp(rawPayload).metadata()).space).toBe('srgb')
    const [red = 0, green = 0, blue = 0] = await pixelAt(rawPayload, 0.2, 0.2)
    expect(red > 150 && green < 100 && blue < 100).toBe(true)
  })

  it('goes on moving', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await store(gazette, { fileName: 'moving.gif', mimeType: 'image/gif' }, await movingGif())
    const { rawPayload } = await gazette.app.inject(`/media/${id}/w320.webp`)
    expect(await sharp(rawPayload, { animated: true }).metadata()).toMatchObject({ pages: 2, width: 320, pageHeight: 160 })
  })

  it('offers no variants of a picture that breaks off, and says so to who asks for one all the same', async () => {
    const gazette = await buildTestApp({ engine })
    const whole = await jpegWithExif(1, 1280, 800)
    const id = await storeJpeg(gazette, whole.subarray(0, whole.length / 2))
    expect((await recordOf(gazette, id))?.dominantColor).toBeNull()
    expect((await gazette.app.inject(`/media/${id}/w320.avif`)).statusCode).toBe(404)
    const known = {
      kind: 'image' as const,
      fileName: 'known.jpg',
      mimeType: 'image/jpeg',
      width: 1280,
      height: 800,
      dominantColor: '#000000',
    }
    const claimed = await gazette.publishing.write((writing) =>
      storeFile(writing, gazette.mediaDirectory, known, whole.subarray(0, whole.length / 2)),
    )
    const answer = await gazette.app.inject({ url: `/media/${claimed}/w320.avif`, headers: { 'accept-language': 'en' } })
    expect([answer.statusCode, answer.json().detail]).toEqual([404, 'The original image is damaged; no other size can be made of it.'])
  })

  it('refuses a flood of pixels', async () => {
    const gazette = await buildTestApp({ engine })
    const flood = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer()
    const id = await store(gazette, { fileName: 'flood.png', mimeType: 'image/png' }, flood)
    expect(await recordOf(gazette, id)).toMatchObject({ width: null, dominantColor: null })
  })

  it('never shows SVG in place, nor draws it when it calls itself something else', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await store(gazette, { fileName: 'drawing.svg', mimeType: 'image/svg+xml' }, svgWithScript)
    const { headers } = await gazette.app.inject(`/media/${id}/drawing.svg`)
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    const disguised = await store(gazette, { fileName: 'drawing.png', mimeType: 'image/png' }, svgWithScript)
    expect(await recordOf(gazette, disguised)).toMatchObject({ width: null, dominantColor: null })
  })

  it('is the file that was stored when there is nothing to hide', async () => {
    const gazette = await buildTestApp({ engine })
    const plain = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
    const id = await store(gazette, { fileName: 'plain.png', mimeType: 'image/png' }, plain)
    const record = await recordOf(gazette, id)
    expect(record?.sha256).toBe(createHash('sha256').update(plain).digest('hex'))
    expect(await readFile(`${gazette.mediaDirectory}/${record?.path}`)).toEqual(plain)
  })
})
