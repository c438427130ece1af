import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { bodyFor, headersOf, type MadeAnswer, textTypes, toReadyAnswer, toStandIn } from './ready-answer.ts'

const rules = { compressibleTypes: textTypes, minimumCompressBytes: 1024 }
const text = '上虞区政协召开会议。'.repeat(300)
const make = (changes: Partial<MadeAnswer> = {}, onGrow: (bytes: number) => void = () => {}) =>
  toReadyAnswer(
    { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: text, dependencies: [], ...changes },
    rules,
    onGrow,
  )

describe('toReadyAnswer', () => {
  it('writes header names in lower case and leaves out what belongs to a connection, an encoding or one asker', () => {
    const headers = {
      'Content-Type': 'image/png',
      Connection: 'close',
      'Content-Length': '3',
      ETag: 'W/"own"',
      'Set-Cookie': 'a=b',
      Link: '<x>',
    }
    expect(headersOf(make({ headers }))).toEqual({ 'content-type': 'image/png', link: '<x>' })
  })

  it('keeps headers that nobody can change', () => {
    expect(Object.isFrozen(make().headers.headers)).toBe(true)
  })

  it.each([
    [undefined, 'Accept-Encoding'],
    ['Accept-Language', 'Accept-Language, Accept-Encoding'],
    ['Accept, accept-encoding', 'Accept, accept-encoding'],
    ['*', '*'],
    ['X-Accept-Encoding', 'X-Accept-Encoding, Accept-Encoding'],
  ])('appends Accept-Encoding to Vary: %s', (vary, expected) => {
    expect(headersOf(make({ headers: { 'content-type': 'text/html', ...(vary && { vary }) } }))['vary']).toBe(expected)
  })

  it.each([
    ['application/json', true],
    ['application/problem+json; charset=utf-8', true],
    ['application/feed+json', true],
    ['application/rss+xml', true],
    ['image/svg+xml', true],
    ['image/webp', false],
    ['application/pdf', false],
    ['video/mp4', false],
  ])('knows whether %s can be compressed: %s', (type, compressible) => {
    expect(make({ headers: { 'content-type': type } }).headers.compressible).toBe(compressible)
  })

  it('does not compress what is compressed already', () => {
    expect(make({ headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } }).headers.compressible).toBe(false)
  })

  it('has one strong validator for one run of bytes, text or Buffer', () => {
    expect(make().etag).toMatch(/^"[\w-]{27}"$/)
    expect(make({ body: Buffer.from(text) }).etag).toBe(make().etag)
    expect(make({ body: `${text}。` }).etag).not.toBe(make().etag)
  })
})

describe('bodyFor', () => {
  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
    ['zstd', zstdDecompressSync],
  ] as const)('gives the same text in %s', async (coding, decompress) => {
    const body = await bodyFor(make(), coding)
    expect(decompress(body).toString()).toBe(text)
    expect(body.buffer.byteLength).toBe(body.length)
  })

  it('compresses once for everyone who waits, and tells the size once', async () => {
    const onGrow = vi.fn()
    const answer = make({}, onGrow)
    const waiting = [bodyFor(answer, 'br'), bodyFor(answer, 'br')]
    expect(waiting[0]).toBe(waiting[1])
    const [body] = await Promise.all(waiting)
    expect(bodyFor(answer, 'br')).toBe(body)
    expect(onGrow.mock.calls).toEqual([[body?.length]])
  })
})

describe('toStandIn', () => {
  it('is the same bytes under the same validator, marked stale, to be asked for again', () => {
    const answer = make({ headers: { 'content-type': 'text/html', 'cache-control': 'public, max-age=60' } })
    const standIn = toStandIn(answer)
    expect(standIn).toMatchObject({ stale: true, etag: answer.etag })
    expect(headersOf(standIn)['cache-control']).toBe('no-cache')
    expect(standIn.body).toBe(answer.body)
    expect(headersOf(answer)['cache-control']).toBe('public, max-age=60')
  })
})
