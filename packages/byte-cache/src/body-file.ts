import { closeSync, mkdirSync, openSync, readSync, rmSync, writev } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readRecord, toRecord } from './body-record.ts'
import { hashKey } from './hash-key.ts'
import { type Position, PositionTable } from './position-table.ts'

export type BodyFileOptions = {
  /** Made when it is missing. Not one that is kept in memory, as `/tmp` may be. */
  directory: string
  /** What the file grows to at most; a body may be an eighth of it. */
  maximumBytes: number
}

/** A body and its strong validator. The bytes share memory with others: copy what is to be kept. */
export type FiledBody = { body: Buffer; etag: string }

/** Puts bodies into the file, all at once in the end. What is dropped between its beginning and its end is not put. */
export type Filling = {
  /** @param key ASCII, up to 65,535 characters */
  put(key: string, body: Buffer): void
  /** Resolves when what was put can be found; must be called, and once. @throws when the file cannot be written: then nothing was put */
  end(): Promise<void>
}

/** A record that somebody else has written, `start` bytes behind the beginning of the room. */
export type WrittenRecord = { key: string; start: number; length: number }

/** Room in the file for somebody else to write records to (`toRecord`). What is dropped until they are taken is not put. */
export type Room = {
  /** Where it begins, in bytes of the file. */
  position: number
  /** Must be called, and once; with nothing where nothing was written, or not all. */
  take(records: readonly WrittenRecord[]): void
}

type OpenFilling = { records: Map<string, Buffer>; dropped: Set<string>; isOver: boolean }

const writeAll = promisify(writev)

/** Bodies are read into blocks of memory: one of its own for each costs more than reading it. */
const blockBytes = 64 * 1024

/**
 * Bodies in a file without a name, which is this process's alone and ends with it: a second place behind what is kept in memory, for
 * a hundred times as much. A table in memory knows where each body is (16 to 48 bytes for one), so that finding it takes one read.
 * When the file is full, the oldest are written over.
 */
export class BodyFile {
  /** Of the file, to be inherited by a process that is to write to it. */
  readonly descriptor: number
  readonly #maximumBytes: number
  /** What has been written over is not there any more. */
  readonly #positions = new PositionTable(({ start }) => start >= this.#head - this.#maximumBytes)
  readonly #fillings = new Set<OpenFilling>()
  readonly #writings = new Set<Promise<void>>()
  #isClosed = false
  /** Bytes written so far. In the file they begin again at its start when it is full. */
  #head = 0
  #block = Buffer.allocUnsafeSlow(blockBytes)
  #used = 0

  constructor({ directory, maximumBytes }: BodyFileOptions) {
    mkdirSync(directory, { recursive: true })
    const path = join(directory, `.bodies-${process.pid}-${performance.now()}`)
    this.descriptor = openSync(path, 'wx+', 0o600)
    rmSync(path)
    this.#maximumBytes = maximumBytes
  }

  /** Reads a body, at once. @returns undefined when it is not there, or cannot be read */
  find(key: string): FiledBody | undefined {
    let found: FiledBody | undefined
    this.#positions.find(hashKey(key), (position) => {
      found = this.#read(key, position)
      return found !== undefined
    })
    return found
  }

  /** Begins to put bodies that are true from now on: begin before reading them. */
  fill(): Filling {
    const filling: OpenFilling = { records: new Map(), dropped: new Set(), isOver: this.#isClosed }
    this.#fillings.add(filling)
    return {
      put(key, body) {
        if (!filling.isOver && !filling.dropped.has(key)) filling.records.set(key, toRecord(key, body))
      },
      end: () => {
        const writing = this.#write(filling).finally(() => {
          this.#fillings.delete(filling)
          this.#writings.delete(writing)
        })
        this.#writings.add(writing)
        return writing
      },
    }
  }

  /** Lends room to a process that was given `descriptor`: lend before it reads what it writes. */
  lend(room: number): Room {
    const filling: OpenFilling = { records: new Map(), dropped: new Set(), isOver: this.#isClosed }
    this.#fillings.add(filling)
    const begin = this.#reserve(room)
    return {
      position: begin % this.#maximumBytes,
      take: (records) => {
        this.#fillings.delete(filling)
        const used = Math.max(0, ...records.map(({ start, length }) => start + length))
        if (this.#head === begin + room) this.#head = begin + used
        if (filling.isOver) return
        for (const { key, start, length } of records) if (!filling.dropped.has(key)) this.#put(key, { start: begin + start, length })
      },
    }
  }

  drop(key: string): void {
    this.#remove(key)
    for (const { records, dropped } of this.#fillings) {
      dropped.add(key)
      records.delete(key)
    }
  }

  dropAll(): void {
    this.#positions.clear()
    for (const filling of this.#fillings) {
      filling.isOver = true
      filling.records.clear()
    }
  }

  /** How many bodies can be found. */
  get size(): number {
    return this.#positions.size
  }

  /** Nothing can be found any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.dropAll()
    // The number of a file that is closed is the next one's, which a writing that is under way would write to.
    await Promise.allSettled(this.#writings)
    closeSync(this.descriptor)
  }

  async #write({ records }: OpenFilling): Promise<void> {
    const placed: [key: string, record: Buffer, position: Position][] = []
    let length = 0
    for (const [key, record] of records) {
      if (length + record.length > this.#maximumBytes / 8) continue
      placed.push([key, record, { start: length, length: record.length }])
      length += record.length
    }
    if (length === 0) return
    const start = this.#reserve(length)
    const { bytesWritten } = await writeAll(
      this.descriptor,
      placed.map(([, record]) => record),
      start % this.#maximumBytes,
    )
    if (bytesWritten !== length) throw new Error(`Only ${bytesWritten} of ${length} bytes could be written.`)
    for (const [key, record, position] of placed) {
      if (records.get(key) === record) this.#put(key, { ...position, start: start + position.start })
    }
  }

  #put(key: string, position: Position): void {
    this.#remove(key)
    this.#positions.add(hashKey(key), position)
  }

  /** Room for some bytes in one piece. What was there is gone from now on. */
  #reserve(length: number): number {
    const rest = this.#maximumBytes - (this.#head % this.#maximumBytes)
    const start = rest < length ? this.#head + rest : this.#head
    this.#head = start + length
    return start
  }

  #remove(key: string): void {
    this.#positions.remove(hashKey(key), (position) => this.#read(key, position) !== undefined)
  }

  #read(key: string, { start, length }: Position): FiledBody | undefined {
    const at = this.#take(length)
    const block = this.#block
    try {
      if (readSync(this.descriptor, block, at, length, start % this.#maximumBytes) !== length) return undefined
    } catch {
      return undefined
    }
    return readRecord(block, at, at + length, key)
  }

  /** Takes room in the block, or begins another. @returns where it is */
  #take(length: number): number {
    if (this.#used + length > this.#block.length) {
      this.#block = Buffer.allocUnsafeSlow(Math.max(blockBytes, length))
      this.#used = 0
    }
    this.#used += length
    return this.#used - length
  }
}

export const createBodyFile = (options: BodyFileOptions): BodyFile => new BodyFile(options)
