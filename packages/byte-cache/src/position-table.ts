/** Where something is, and how long it is. */
export type Position = { start: number; length: number }

/** Tells something of a position: whether what is looked for is there, or anything at all. */
export type Judge = (position: Position) => boolean

const firstSlots = 1024
/** Fuller than this, and looking for what is not there takes long. */
const fullest = 0.7

/**
 * Positions by the hash of a key, in 16 to 48 bytes each: a table of numbers with open addressing and linear probing. The keys are
 * not in it; whoever asks looks at a position to tell whose it is. `start` may be any safe integer, `length` is at least 1 and below 2³².
 */
export class PositionTable {
  readonly #isThere: Judge
  #hashes = new Uint32Array(firstSlots)
  #starts = new Float64Array(firstSlots)
  #lengths = new Uint32Array(firstSlots)
  #size = 0

  /** @param isThere whether there is still something at a position: those where nothing is are not found, and forgotten in time */
  constructor(isThere: Judge) {
    this.#isThere = isThere
  }

  get size(): number {
    return this.#size
  }

  find(hash: number, holds: Judge): Position | undefined {
    const slot = this.#slotOf(hash, holds)
    return slot === undefined ? undefined : this.#positionAt(slot)
  }

  /** Adds a position. Another of the same key has to be removed before. */
  add(hash: number, position: Position): void {
    if (this.#size >= this.#hashes.length * fullest) this.#grow()
    this.#place(hash, position)
    this.#size += 1
  }

  remove(hash: number, holds: Judge): void {
    const slot = this.#slotOf(hash, holds)
    if (slot === undefined) return
    this.#size -= 1
    this.#close(slot)
  }

  clear(): void {
    this.#allocate(firstSlots)
  }

  /** A slot that is free has no length. */
  #isFree(slot: number): boolean {
    return this.#lengths[slot] === 0
  }

  #next(slot: number): number {
    return (slot + 1) % this.#hashes.length
  }

  #positionAt(slot: number): Position {
    return { start: this.#starts[slot] ?? 0, length: this.#lengths[slot] ?? 0 }
  }

  #slotOf(hash: number, holds: Judge): number | undefined {
    for (let slot = hash % this.#hashes.length; !this.#isFree(slot); slot = this.#next(slot))
      if (this.#hashes[slot] === hash && this.#holds(slot, holds)) return slot
    return undefined
  }

  #holds(slot: number, holds: Judge): boolean {
    const position = this.#positionAt(slot)
    return this.#isThere(position) && holds(position)
  }

  #place(hash: number, { start, length }: Position): void {
    let slot = hash % this.#hashes.length
    while (!this.#isFree(slot)) slot = this.#next(slot)
    this.#hashes[slot] = hash
    this.#starts[slot] = start
    this.#lengths[slot] = length
  }

  /** Frees a slot, and moves up what was put behind it because it was taken: nothing may stand behind a gap it would be looked for before. */
  #close(gap: number): void {
    const slots = this.#hashes.length
    let free = gap
    for (let slot = this.#next(free); !this.#isFree(slot); slot = this.#next(slot)) {
      const wanted = (this.#hashes[slot] ?? 0) % slots
      if ((slot - wanted + slots) % slots < (slot - free + slots) % slots) continue
      this.#hashes[free] = this.#hashes[slot] ?? 0
      this.#starts[free] = this.#starts[slot] ?? 0
      this.#lengths[free] = this.#lengths[slot] ?? 0
      free = slot
    }
    this.#lengths[free] = 0
  }

  #grow(): void {
    const [hashes, starts, lengths] = [this.#hashes, this.#starts, this.#lengths]
    this.#allocate(2 * hashes.length)
    for (const [slot, length] of lengths.entries()) {
      const position = { start: starts[slot] ?? 0, length }
      if (length > 0 && this.#isThere(position)) this.add(hashes[slot] ?? 0, position)
    }
  }

  #allocate(slots: number): void {
    this.#hashes = new Uint32Array(slots)
    this.#starts = new Float64Array(slots)
    this.#lengths = new Uint32Array(slots)
    this.#size = 0
  }
}
