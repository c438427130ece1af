/** What stands in a queue: the links belong to the queue, `bytes` to whoever queues it. */
export type Queued<Self> = { bytes: number; newer: Self | undefined; older: Self | undefined }

/**
 * First in, first out, and out of the middle in constant time; knows the sum of its bytes.
 * (A `Map` has an order too, but finding its first key after many deletions walks over the holes.)
 */
export class FifoQueue<Item extends Queued<Item>> {
  #newest: Item | undefined
  #oldest: Item | undefined
  #length = 0
  #bytes = 0

  get oldest(): Item | undefined {
    return this.#oldest
  }

  get length(): number {
    return this.#length
  }

  get bytes(): number {
    return this.#bytes
  }

  push(item: Item): void {
    item.older = this.#newest
    item.newer = undefined
    if (this.#newest) this.#newest.newer = item
    else this.#oldest = item
    this.#newest = item
    this.#length += 1
    this.#bytes += item.bytes
  }

  /** Takes out something that stands in this queue. */
  remove(item: Item): void {
    if (item.newer) item.newer.older = item.older
    else this.#newest = item.older
    if (item.older) item.older.newer = item.newer
    else this.#oldest = item.newer
    item.newer = undefined
    item.older = undefined
    this.#length -= 1
    this.#bytes -= item.bytes
  }

  /** Changes the size of something that stands in this queue. */
  resize(item: Item, bytes: number): void {
    this.#bytes += bytes - item.bytes
    item.bytes = bytes
  }
}
