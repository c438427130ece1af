import { mkdtempSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createBodyFile } from './body-file.ts'
import { toRecord } from './body-record.ts'
import { toReadyAnswer } from './ready-answer.ts'

const setUp = (maximumBytes = 1_000_000) => {
  const directory = mkdtempSync(join(tmpdir(), 'bodies-'))
  const file = createBodyFile({ directory: join(directory, 'new'), maximumBytes })
  onTestFinished(async () => {
    await file.close()
    rmSync(directory, { recursive: true })
  })
  const put = async (...bodies: [key: string, body: string][]) => {
    const filling = file.fill()
    for (const [key, body] of bodies) filling.put(key, Buffer.from(body))
    await filling.end()
  }
  return { directory, file, put, read: (key: string) => file.find(key)?.body.toString() }
}

describe('BodyFile', () => {
  it('gives back the bytes under the validator that they have everywhere', async () => {
    const { file, put, read } = setUp()
    await put(['a', '上虞区政协'], ['b', ''])
    expect([read('a'), read('b'), read('c')]).toEqual(['上虞区政协', '', undefined])
    const made = { status: 200, headers: {}, body: '上虞区政协', dependencies: [] }
    const { etag } = toReadyAnswer(made, { compressibleTypes: /^text/, minimumCompressBytes: 1 }, () => {})
    expect(file.find('a')?.etag).toBe(etag)
  })

  it('leaves no file behind that anybody else could read, not even while it is open', async () => {
    const { directory, put } = setUp()
    await put(['a', 'one'])
    expect(readdirSync(join(directory, 'new'))).toEqual([])
  })

  it('gives the newest body of a key, and none once it was dropped', async () => {
    const { file, put, read } = setUp()
    await put(['a', 'one'])
    await put(['a', 'two'], ['b', 'other'])
    expect([read('a'), file.size]).toEqual(['two', 2])
    file.drop('a')
    expect([read('a'), read('b'), file.size]).toEqual([undefined, 'other', 1])
    file.dropAll()
    expect([read('b'), file.size]).toEqual([undefined, 0])
  })

  it.each([
    ['before it is put', 'before'],
    ['after it is put', 'after'],
    ['while it is written', 'while'],
  ])('never gives out what was dropped since its reading began: %s', async (_, moment) => {
    const { file, read } = setUp()
    const filling = file.fill()
    if (moment === 'before') file.drop('a')
    for (const key of ['a', 'b']) filling.put(key, Buffer.from('old'))
    if (moment === 'after') file.drop('a')
    const ending = filling.end()
    if (moment === 'while') file.drop('a')
    await ending
    expect([read('a'), read('b')]).toEqual([undefined, 'old'])
  })

  it.each(['before', 'after', 'while'])('puts nothing of what was begun before everything was dropped: %s', async (moment) => {
    const { file, read } = setUp()
    const filling = file.fill()
    if (moment === 'before') file.dropAll()
    filling.put('a', Buffer.from('old'))
    if (moment === 'after') file.dropAll()
    const ending = filling.end()
    if (moment === 'while') file.dropAll()
    await ending
    expect(read('a')).toBeUndefined()
  })

  it('writes over the oldest when it is full, and never gives one body for another', async () => {
    const { put, read } = setUp(10_000)
    const bodyOf = (number: number): string => `${number} `.repeat(60 + (number % 50))
    for (let number = 0; number < 500; number += 1) {
      await put([`key-${number}`, bodyOf(number)])
      expect(read(`key-${number}`)).toBe(bodyOf(number))
      for (let older = 0; older < number; older += 17) expect([bodyOf(older), undefined]).toContain(read(`key-${older}`))
    }
    expect(read('key-490')).toBe(bodyOf(490))
    expect(read('key-400')).toBeUndefined()
  })

  it('leaves out what is too large for it', async () => {
    const { put, read } = setUp(10_000)
    await put(['large', 'x'.repeat(2_000)], ['small', 'x'])
    expect([read('large'), read('small')]).toEqual([undefined, 'x'])
  })

  it('reads bodies that are larger than a block of memory', async () => {
    const { put, read } = setUp()
    await put(['large', 'x'.repeat(100_000)], ['small', 'y'])
    expect([read('small'), read('large'), read('small')]).toEqual(['y', 'x'.repeat(100_000), 'y'])
  })

  it('takes what another process wrote into room it was lent, but for what was dropped meanwhile', async () => {
    const { file, put, read } = setUp()
    await put(['a', 'old'])
    const room = file.lend(1_000)
    const records = ['a', 'b', 'c'].map((key) => toRecord(key, Buffer.from(`new ${key}`)))
    writeSync(file.descriptor, Buffer.concat(records), 0, undefined, room.position)
    file.drop('b')
    expect([read('a'), read('c')]).toEqual(['old', undefined])
    const length = records[0]?.length ?? 0
    room.take(['a', 'b', 'c'].map((key, index) => ({ key, start: index * length, length })))
    expect([read('a'), read('b'), read('c')]).toEqual(['new a', undefined, 'new c'])
    // What it did not need of the room is there for the next.
    const next = file.lend(1_000)
    expect(next.position).toBe(room.position + 3 * length)
    next.take([])
    const late = file.lend(1_000)
    expect(late.position).toBe(next.position)
    file.dropAll()
    late.take([{ key: 'a', start: 0, length }])
    expect(read('a')).toBeUndefined()
  })

  it('gives nothing and takes nothing once it is closed, and closes behind the last writing', async () => {
    const { directory } = setUp()
    const file = createBodyFile({ directory, maximumBytes: 1_000_000 })
    const filling = file.fill()
    filling.put('a', Buffer.from('one'))
    const ended = vi.fn()
    const ending = filling.end().then(ended)
    await file.close()
    expect(ended).toHaveBeenCalled()
    await ending
    const late = file.fill()
    late.put('b', Buffer.from('two'))
    await late.end()
    expect([file.find('a'), file.find('b')]).toEqual([undefined, undefined])
  })
})
