import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { type MadeAnswer, type ReadyAnswer, textTypes, toReadyAnswer } from './ready-answer.ts'
import type { Representation } from './representation.ts'
import { representationFor } from './representation-for.ts'
import { sendReady } from './send-ready.ts'

const text = '上虞区政协召开会议。'.repeat(300)
const rules = { compressibleTypes: textTypes, minimumCompressBytes: 1024 }
const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=10', link: '<x>' }
const make = (changes: Partial<MadeAnswer> = {}) =>
  toReadyAnswer({ status: 200, headers, body: text, dependencies: [], ...changes }, rules, () => {})

type Received = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }

/** One real exchange over the loopback. */
const exchange = async (answer: ReadyAnswer, options: { method?: string; headers?: Record<string, string>; own?: string[] } = {}) => {
  const server = createServer((incoming, response) => void sendReady(incoming, response, answer, options.own))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const received = await new Promise<Received>((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method: options.method ?? 'GET', headers: options.headers ?? {} },
      async (incoming) => {
        const chunks: Buffer[] = []
        for await (const chunk of incoming) chunks.push(chunk)
        resolve({ status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) })
      },
    )
    outgoing.on('error', reject).end()
  })
  await new Promise((resolve) => server.close(resolve))
  return received
}

const namesIn = ({ rawHeaders }: Representation): string[] => rawHeaders.filter((_, index) => index % 2 === 0)

const withoutDate = ({ date, connection, 'keep-alive': keepAlive, ...rest }: IncomingHttpHeaders) => rest

describe('sendReady', () => {
  it('sends the bytes with their length, validator and headers', async () => {
    const answer = make()
    const { status, headers, body } = await exchange(answer)
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: text })
    expect(withoutDate(headers)).toEqual({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=10',
      link: '<x>',
      vary: 'Accept-Encoding',
      'content-length': String(body.length),
      etag: answer.etag,
    })
  })

  it('sends each encoding under a validator of its own', async () => {
    const answer = make()
    const { headers, body } = await exchange(answer, { headers: { 'accept-encoding': 'br' } })
    expect(brotliDecompressSync(body).toString()).toBe(text)
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': String(body.length),
      etag: answer.etag.replace(/"$/, '-br"'),
    })
  })

  it('answers HEAD with the headers of GET and nothing else', async () => {
    const answer = make()
    for (const coding of ['identity', 'gzip']) {
      const get = await exchange(answer, { headers: { 'accept-encoding': coding } })
      const head = await exchange(answer, { method: 'HEAD', headers: { 'accept-encoding': coding } })
      expect(withoutDate(head.headers)).toEqual(withoutDate(get.headers))
      expect({ status: head.status, length: head.body.length }).toEqual({ status: 200, length: 0 })
    }
  })

  it('answers 304 with the same cache headers to a client that has the bytes', async () => {
    const answer = make()
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await exchange(answer, { method, headers: { 'if-none-match': `"x", ${answer.etag}` } })
      expect({ status, length: body.length }).toEqual({ status: 304, length: 0 })
      const expected = { 'cache-control': 'public, max-age=10', link: '<x>', vary: 'Accept-Encoding', etag: answer.etag }
      expect(withoutDate(headers)).toEqual(expected)
    }
  })

  it('sends the headers of one sending beside those that are ready', async () => {
    const answer = make()
    const first = await exchange(answer, { own: ['x-request-id', 'one'] })
    const second = await exchange(answer)
    expect(first.headers['x-request-id']).toBe('one')
    expect(second.headers['x-request-id']).toBeUndefined()
  })
})

describe('representationFor', () => {
  it('answers 304 without waiting for compression', () => {
    const answer = make()
    const headers = { 'accept-encoding': 'br', 'if-none-match': answer.etag.replace(/"$/, '-br"') }
    const compresses = vi.spyOn(answer.body, 'find')
    expect(representationFor(answer, { headers })).toMatchObject({ status: 304, body: null })
    expect(compresses).not.toHaveBeenCalled()
  })

  it('does not take one encoding for another', async () => {
    const answer = make()
    const representation = await representationFor(answer, { headers: { 'accept-encoding': 'br', 'if-none-match': answer.etag } })
    expect(representation.status).toBe(200)
  })

  it('gives the very same object on every hit', async () => {
    const answer = make()
    const request = { method: 'GET', headers: { 'accept-encoding': 'zstd' } }
    const first = await representationFor(answer, request)
    expect(representationFor(answer, request)).toBe(first)
  })

  it.each([404, 410, 301])('ignores conditions on %i and gives it no validator', async (status) => {
    const representation = await representationFor(make({ status }), { headers: { 'if-none-match': '*' } })
    expect(representation).toMatchObject({ status })
    expect(namesIn(representation)).not.toContain('etag')
  })

  it('leaves small bodies and pictures as they are', async () => {
    const request = { headers: { 'accept-encoding': 'gzip, br, zstd' } }
    expect(namesIn(await representationFor(make({ body: '短' }), request))).not.toContain('content-encoding')
    const picture = namesIn(await representationFor(make({ headers: { 'content-type': 'image/png' } }), request))
    expect(picture).toEqual(['content-type', 'content-length', 'etag'])
  })

  it('compresses even a small body for a client that refuses it as it is', async () => {
    const representation = await representationFor(make({ body: '短' }), { headers: { 'accept-encoding': 'gzip, identity;q=0' } })
    expect(representation.rawHeaders.join(': ')).toContain('content-encoding: gzip')
  })
})
