/** Where something is, and how long it is. */
export type Position = { start: number; length: number }

const firstSlots = 1024
/** Fuller than this, and looking for what is not there takes long. */
const fullest = 0.7

/** A slot is four numbers of 32 bits, beside each other: reading one brings the others into the processor's cache. */
const [hashAt, lengthAt, startLowAt, startHighAt, slotWords] = [0, 1, 2, 3, 4]

/**
 * Positions by the hash of a key, in 16 to 48 bytes each: a table of numbers with open addressing and linear probing. The keys are
 * not in it; whoever asks looks at a position to tell whose it is. `start` may be any safe integer, `length` is at least 1 and below 2³².
 */
export class PositionTable {
  readonly #isThere: (position: Position) => boolean
  #words = new Uint32Array(firstSlots * slotWords)
  /** A slot's number is the last bits of a hash, so many that there are so many slots. */
  #slotMask = firstSlots - 1
  #size = 0

  /** @param isThere whether there is still something at a position: those where nothing is are not found, and forgotten in time */
  constructor(isThere: (position: Position) => boolean) {
    this.#isThere = isThere
  }

  get size(): number {
    return this.#size
  }

  /** The slots of a hash, one after the other: the first, or that behind another; -1 where there is none. */
  findSlot(hash: number, behind?: number): number {
    let slot = behind === undefined ? hash & this.#slotMask : this.#next(behind)
    for (; !this.#isFree(slot); slot = this.#next(slot)) if (this.#word(slot, hashAt) === hash && this.#isThere(this.at(slot))) return slot
    return -1
  }

  /** The position in a slot. */
  at(slot: number): Position {
    return { start: this.#word(slot, startHighAt) * 2 ** 32 + this.#word(slot, startLowAt), length: this.#word(slot, lengthAt) }
  }

  /** Adds a position. Another of the same key has to be removed before. */
  add(hash: number, position: Position): void {
    if (this.#size >= (this.#slotMask + 1) * fullest) this.#grow()
    this.#place(hash, position)
    this.#size += 1
  }

  /** Removes the position in a slot. The slots of others may change. */
  remove(slot: number): void {
    this.#size -= 1
    this.#close(slot)
  }

  clear(): void {
    this.#allocate(firstSlots)
  }

  #word(slot: number, at: number): number {
    return this.#words[slot * slotWords + at] ?? 0
  }

  /** A slot that is free has no length. */
  #isFree(slot: number): boolean {
    return this.#word(slot, lengthAt) === 0
  }

  #next(slot: number): number {
    return (slot + 1) & this.#slotMask
  }

  #place(hash: number, { start, length }: Position): void {
    let slot = hash & this.#slotMask
    while (!this.#isFree(slot)) slot = this.#next(slot)
    // A number of more than 32 bits leaves its last 32 there.
    this.#words.set([hash, length, start, Math.floor(start / 2 ** 32)], slot * slotWords)
  }

  /** Frees a slot, and moves up what was put behind it because it was taken: nothing may stand behind a gap it would be looked for before. */
  #close(gap: number): void {
    let free = gap
    for (let slot = this.#next(free); !this.#isFree(slot); slot = this.#next(slot)) {
      const wanted = this.#word(slot, hashAt) & this.#slotMask
      if (((slot - wanted) & this.#slotMask) < ((slot - free) & this.#slotMask)) continue
      this.#words.copyWithin(free * slotWords, slot * slotWords, (slot + 1) * slotWords)
      free = slot
    }
    this.#words[free * slotWords + lengthAt] = 0
  }

  #grow(): void {
    const words = this.#words
    this.#allocate(2 * (this.#slotMask + 1))
    for (let at = 0; at < words.length; at += slotWords) {
      const [hash = 0, length = 0, startLow = 0, startHigh = 0] = words.subarray(at, at + slotWords)
      const position = { start: startHigh * 2 ** 32 + startLow, length }
      if (length > 0 && this.#isThere(position)) this.add(hash, position)
    }
  }

  #allocate(slots: number): void {
    this.#words = new Uint32Array(slots * slotWords)
    this.#slotMask = slots - 1
    this.#size = 0
  }
}
