import { mkdtempSync, readdirSync, rmSync, writeSync, writevSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createBodyFile, type Room, type WrittenRecord } from './body-file.ts'
import { toRecord } from './body-record.ts'
import { compress } from './compress.ts'
import { toReadyAnswer } from './ready-answer.ts'

const setUp = (maximumBytes = 1_000_000) => {
  const directory = mkdtempSync(join(tmpdir(), 'bodies-'))
  const file = createBodyFile({ directory: join(directory, 'new'), maximumBytes })
  onTestFinished(async () => {
    await file.close()
    rmSync(directory, { recursive: true })
  })
  const write = (room: Room, ...bodies: [key: string, body: string][]): WrittenRecord[] => {
    let start = 0
    return bodies.map(([key, body]) => {
      const { bytes, length, lengthWithForms } = toRecord(key, Buffer.from(body))
      writevSync(file.descriptor, bytes, room.position + start)
      start += lengthWithForms
      return { key, start: start - lengthWithForms, length, lengthWithForms }
    })
  }
  const put = (...bodies: [key: string, body: string][]): void => {
    const room = file.lend(bodies.reduce((sum, [key, body]) => sum + toRecord(key, Buffer.from(body)).lengthWithForms, 0))
    room.take(write(room, ...bodies))
  }
  return { directory, file, put, write, read: (key: string) => file.find(key)?.body.toString() }
}

describe('BodyFile', () => {
  it('gives back the bytes under the validator that they have everywhere', async () => {
    const { file, put, read } = setUp()
    put(['a', '上虞区政协'], ['b', ''])
    expect([read('a'), read('b'), read('c')]).toEqual(['上虞区政协', '', undefined])
    const made = { status: 200, headers: {}, body: '上虞区政协', dependencies: [] }
    const { etag } = toReadyAnswer(made, { compressibleTypes: /^text/, minimumCompressBytes: 1 }, () => {})
    expect(file.find('a')?.etag).toBe(etag)
  })

  it.each(['br', 'gzip'] as const)(
    'gives the form in %s that compressing it gives, where that pays, and the body itself elsewhere',
    async (coding) => {
      const { file, put } = setUp()
      const long = '上虞区政协召开会议。'.repeat(100)
      put(['long', long], ['short', '短'], ['other', long])
      for (const key of ['long', 'other']) {
        const found = file.find(key, coding)
        expect(found?.coding).toBe(coding)
        expect(found?.body.equals(await compress(coding, Buffer.from(long)))).toBe(true)
        expect(found?.etag).toBe(file.find(key)?.etag)
        expect(file.find(key, 'zstd')).toMatchObject({ coding: 'identity', body: Buffer.from(long) })
      }
      expect(file.find('short', coding)).toMatchObject({ coding: 'identity', body: Buffer.from('短') })
      file.drop('long')
      expect(file.find('long', coding)).toBeUndefined()
      expect(file.find('other', coding)?.coding).toBe(coding)
    },
  )

  it('leaves no file behind that anybody else could read, not even while it is open', async () => {
    const { directory, put } = setUp()
    put(['a', 'one'])
    expect(readdirSync(join(directory, 'new'))).toEqual([])
  })

  it('gives the newest body of a key, and none once it was dropped', async () => {
    const { file, put, read } = setUp()
    put(['a', 'one'])
    put(['a', 'two'], ['b', 'other'])
    expect([read('a'), file.size]).toEqual(['two', 2])
    file.drop('a')
    expect([read('a'), read('b'), file.size]).toEqual([undefined, 'other', 1])
    file.dropAll()
    expect([read('b'), file.size]).toEqual([undefined, 0])
  })

  it.each(['before', 'after'])('never gives out what was dropped since the room for it was lent: %s it was written', (moment) => {
    const { file, write, read } = setUp()
    const room = file.lend(1_000)
    if (moment === 'before') file.drop('a')
    const records = write(room, ['a', 'old'], ['b', 'old'])
    if (moment === 'after') file.drop('a')
    room.take(records)
    expect([read('a'), read('b')]).toEqual([undefined, 'old'])
  })

  it('puts nothing of what was begun before everything was dropped', () => {
    const { file, write, read } = setUp()
    const room = file.lend(1_000)
    file.dropAll()
    room.take(write(room, ['a', 'old']))
    expect(read('a')).toBeUndefined()
  })

  it('takes back the room that was not needed', () => {
    const { file, write } = setUp()
    const room = file.lend(1_000)
    const records = write(room, ['a', 'one'])
    room.take(records)
    const next = file.lend(1_000)
    expect(next.position).toBe(room.position + (records[0]?.length ?? 0))
    next.take([])
  })

  it('writes over the oldest when it is full, and never gives one body for another', async () => {
    const { file, put } = setUp(40_000)
    const read = (key: string): string | undefined => {
      const [compressed, found] = [file.find(key, 'gzip'), file.find(key)?.body.toString()]
      expect(compressed && (compressed.coding === 'gzip' ? gunzipSync(compressed.body) : compressed.body).toString()).toBe(found)
      return found
    }
    const bodyOf = (number: number): string => `${number} `.repeat(60 + 10 * (number % 50))
    for (let number = 0; number < 500; number += 1) {
      put([`key-${number}`, bodyOf(number)])
      expect(read(`key-${number}`)).toBe(bodyOf(number))
      for (let older = 0; older < number; older += 17) expect([bodyOf(older), undefined]).toContain(read(`key-${older}`))
    }
    expect(read('key-490')).toBe(bodyOf(490))
    expect(read('key-400')).toBeUndefined()
  })

  it('reads bodies that are larger than a block of memory', async () => {
    const { put, read } = setUp()
    put(['large', 'x'.repeat(100_000)], ['small', 'y'])
    expect([read('small'), read('large'), read('small')]).toEqual(['y', 'x'.repeat(100_000), 'y'])
  })

  it('reads into the room of a body that is released, and of no other', () => {
    const { file, put } = setUp()
    put(['a', 'aaaa'], ['b', 'bbbb'], ['c', 'cccc'], ['d', 'dddd'])
    const find = (key: string): Buffer => file.find(key)?.body ?? Buffer.alloc(0)
    const [a, b] = [find('a'), find('b')]
    // Its neighbour came later and may still be on its way to somebody.
    file.release(a)
    file.release(Buffer.from('bbbb'))
    const c = find('c')
    expect([a, b, c].map(String)).toEqual(['aaaa', 'bbbb', 'cccc'])
    file.release(c)
    file.release(c)
    const d = find('d')
    expect(d.byteOffset).toBe(c.byteOffset)
    expect([a, b, c, d].map(String)).toEqual(['aaaa', 'bbbb', 'dddd', 'dddd'])
  })

  it('gives nothing and lends nothing once it is closed, and closes behind the last writing', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'bodies-'))
    const file = createBodyFile({ directory, maximumBytes: 1_000_000 })
    const room = file.lend(1_000)
    const closed = vi.fn()
    const closing = file.close().then(closed)
    await new Promise(setImmediate)
    expect(closed).not.toHaveBeenCalled()
    expect(writeSync(file.descriptor, 'still open', room.position)).toBe(10)
    room.take([])
    await closing
    expect(() => file.lend(1_000)).toThrow('closed')
    expect(file.find('a')).toBeUndefined()
    rmSync(directory, { recursive: true })
  })
})
