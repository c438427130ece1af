import { closeSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findForm, headLength, readEtag } from './body-record.ts'
import type { ContentCoding } from './choose-encoding.ts'
import { hashKey } from './hash-key.ts'
import { createKeeper } from './keep-shapes.ts'
import { type Position, PositionTable } from './position-table.ts'

export type BodyFileOptions = {
  /** Made when it is missing. Not one that is kept in memory, as `/tmp` may be. */
  directory: string
  /** What the file grows to at most. */
  maximumBytes: number
}

/**
 * A body in some coding, and the strong validator it has uncompressed. The bytes share memory with others: copy what is to be kept, and
 * `release` what is not needed.
 */
export type FiledBody = { body: Buffer; coding: ContentCoding; etag: string }

/** A record (`toRecord`) that was written, `start` bytes behind the beginning of the room. */
export type WrittenRecord = { key: string; start: number; length: number; lengthWithForms: number }

/** Room in the file, for this process or another to write records to. What is dropped between lending and taking is not put. */
export type Room = {
  /** Where it begins, in bytes of the file. */
  position: number
  length: number
  /** Must be called, and once, when nothing is written to it any more; with nothing where that failed. */
  take(records: readonly WrittenRecord[]): void
}

const keepFound = createKeeper()

type LentRoom = { dropped: Set<string>; isOver: boolean }

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
  readonly #rooms = new Set<LentRoom>()
  /** Called when the last room is taken, once the file is to be closed. */
  #onTaken: (() => void) | undefined
  /** Bytes written so far. In the file they begin again at its start when it is full. */
  #head = 0
  #block = Buffer.allocUnsafeSlow(blockBytes)
  /** Bytes of the block that may be in use. */
  #used = 0
  /** Where in the block the record begins that was found last. */
  #latest = 0

  constructor({ directory, maximumBytes }: BodyFileOptions) {
    mkdirSync(directory, { recursive: true })
    const path = join(directory, `.bodies-${process.pid}-${performance.now()}`)
    this.descriptor = openSync(path, 'wx+', 0o600)
    rmSync(path)
    this.#maximumBytes = maximumBytes
  }

  /** Reads a body, at once, in a coding if it is there in that one. @returns undefined when it is not there, or cannot be read */
  find(key: string, coding: ContentCoding = 'identity'): FiledBody | undefined {
    const hash = hashKey(key)
    for (let slot = this.#positions.findSlot(hash); slot >= 0; slot = this.#positions.findSlot(hash, slot)) {
      const found = this.#read(key, this.#positions.at(slot), coding)
      if (found) return found
    }
    return undefined
  }

  /**
   * The bytes of the body that was found last are not needed any more, and become the next one's. Of any other bytes nothing is taken
   * back: whoever sends them may be slow.
   */
  release({ buffer, byteOffset, length }: Buffer): void {
    if (buffer === this.#block.buffer && byteOffset + length === this.#used) this.#used = this.#latest
  }

  /** Lends room for bodies that are true from now on: lend before reading them. Write to `descriptor`. */
  lend(length: number): Room {
    if (this.#onTaken) throw new Error('The file is closed.')
    const room: LentRoom = { dropped: new Set(), isOver: false }
    this.#rooms.add(room)
    const begin = this.#reserve(length)
    return {
      position: begin % this.#maximumBytes,
      length,
      take: (records) => {
        this.#rooms.delete(room)
        const used = Math.max(0, ...records.map(({ start, lengthWithForms }) => start + lengthWithForms))
        if (this.#head === begin + length) this.#head = begin + used
        if (!room.isOver)
          for (const { key, start, length } of records) if (!room.dropped.has(key)) this.#put(key, { start: begin + start, length })
        if (this.#rooms.size === 0) this.#onTaken?.()
      },
    }
  }

  drop(key: string): void {
    this.#remove(key)
    for (const { dropped } of this.#rooms) dropped.add(key)
  }

  dropAll(): void {
    this.#positions.clear()
    for (const room of this.#rooms) room.isOver = true
  }

  /** How many bodies can be found. */
  get size(): number {
    return this.#positions.size
  }

  /** Nothing can be found any more, and no room is lent. */
  async close(): Promise<void> {
    this.dropAll()
    const { promise: taken, resolve } = Promise.withResolvers<void>()
    this.#onTaken = resolve
    // The number of a file that is closed is the next one's, which a writing that is under way would write to.
    if (this.#rooms.size > 0) await taken
    closeSync(this.descriptor)
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
    const hash = hashKey(key)
    for (let slot = this.#positions.findSlot(hash); slot >= 0; slot = this.#positions.findSlot(hash, slot))
      if (this.#readHead(key, this.#positions.at(slot)) !== undefined) {
        this.#positions.remove(slot)
        return
      }
  }

  #read(key: string, position: Position, coding: ContentCoding): FiledBody | undefined {
    return (coding !== 'identity' && this.#readForm(key, position, coding)) || this.#readBody(key, position)
  }

  #readBody(key: string, { start, length }: Position): FiledBody | undefined {
    const at = this.#readAt(start, length)
    if (at === undefined) return undefined
    const etag = readEtag(this.#block, at, key)
    return etag === undefined ? undefined : this.#take(at + headLength(key), at + length, 'identity', etag)
  }

  #readForm(key: string, position: Position, coding: ContentCoding): FiledBody | undefined {
    const etag = this.#readHead(key, position)
    if (etag === undefined) return undefined
    const form = findForm(this.#block, this.#used, coding)
    if (form === undefined) return undefined
    const at = this.#readAt(position.start + position.length + form.offset, form.length)
    return at === undefined ? undefined : this.#take(at, at + form.length, coding, etag)
  }

  /** Reads the beginning of a record to where the next bytes are read. @returns the validator */
  #readHead(key: string, { start }: Position): string | undefined {
    const at = this.#readAt(start, headLength(key))
    return at === undefined ? undefined : readEtag(this.#block, at, key)
  }

  /** Reads some bytes of the file to behind what is in use. @returns where in the block they begin */
  #readAt(start: number, length: number): number | undefined {
    this.#makeRoom(length)
    try {
      const read = readSync(this.descriptor, this.#block, this.#used, length, start % this.#maximumBytes)
      return read === length ? this.#used : undefined
    } catch {
      return undefined
    }
  }

  #take(begin: number, end: number, coding: ContentCoding, etag: string): FiledBody {
    this.#latest = this.#used
    this.#used = end
    const found = { body: this.#block.subarray(begin, end), coding, etag }
    keepFound(found)
    return found
  }

  /** Begins another block where there is not enough left of this one. */
  #makeRoom(length: number): void {
    if (this.#used + length <= this.#block.length) return
    this.#block = Buffer.allocUnsafeSlow(Math.max(blockBytes, length))
    this.#used = 0
  }
}

export const createBodyFile = (options: BodyFileOptions): BodyFile => new BodyFile(options)
