import { FifoQueue, type Queued } from './fifo-queue.ts'

/** `value` is undefined for a ghost: a key that is remembered, while what it led to is gone. */
interface Node<Value> extends Queued<Node<Value>> {
  readonly key: string
  value: Value | undefined
  uses: number
  queue: FifoQueue<Node<Value>>
}

const usesMaximum = 3
/** What a remembered key costs: its node, its place in the map, its characters. */
const ghostBytes = (key: string) => 150 + 2 * key.length

/**
 * A store bounded by bytes that keeps what is used and lets a crawl pass through.
 *
 * S3-FIFO: Yang, Zhang, Qiu, Yue, Rashmi, "FIFO queues are all you need for cache eviction", SOSP 2023.
 * What is new stands in a small queue (a tenth of the bytes). Used more than once by the time it gets to the end, it moves on to
 * the main queue; otherwise it goes and only its key is remembered for a while, and a key that comes back within that while goes to
 * the main queue at once. At the end of the main queue, what was used since goes round again, three times at most.
 * Reading moves nothing: it counts to three.
 */
export class S3Fifo<Value extends object> {
  readonly #maximumBytes: number
  readonly #onEvict: (value: Value) => void
  readonly #nodes = new Map<string, Node<Value>>()
  readonly #small = new FifoQueue<Node<Value>>()
  readonly #main = new FifoQueue<Node<Value>>()
  readonly #ghosts = new FifoQueue<Node<Value>>()

  constructor(maximumBytes: number, onEvict: (value: Value) => void) {
    this.#maximumBytes = maximumBytes
    this.#onEvict = onEvict
  }

  get bytes(): number {
    return this.#small.bytes + this.#main.bytes + this.#ghosts.bytes
  }

  get length(): number {
    return this.#small.length + this.#main.length
  }

  *values(): Generator<Value> {
    for (const { value } of this.#nodes.values()) if (value) yield value
  }

  /** What is kept under `key`; does not count as a use. */
  peek(key: string): Value | undefined {
    return this.#nodes.get(key)?.value
  }

  /** What is kept under `key`; counts as a use. */
  find(key: string): Value | undefined {
    const node = this.#nodes.get(key)
    if (node === undefined) return undefined
    if (node.uses < usesMaximum) node.uses += 1
    return node.value
  }

  /** Keeps `value`, or puts it in the place of what was there, in the queue that had earned. */
  set(key: string, value: Value, bytes: number): void {
    const present = this.#nodes.get(key)
    if (present?.value) {
      present.value = value
      present.queue.resize(present, bytes)
      this.#makeRoomFor(0)
      return
    }
    if (present) this.#discard(present)
    this.#makeRoomFor(bytes)
    const queue = present ? this.#main : this.#small
    const node: Node<Value> = { key, value, bytes, uses: 0, queue, newer: undefined, older: undefined }
    this.#nodes.set(key, node)
    queue.push(node)
  }

  /** Adds to the size of `value`, if it still is what is kept under `key`. */
  grow(key: string, value: Value, additionalBytes: number): void {
    const node = this.#nodes.get(key)
    if (node?.value !== value) return
    node.queue.resize(node, node.bytes + additionalBytes)
    this.#makeRoomFor(0)
  }

  /** Lets go of what is kept under `key`. The key of what was in use is remembered: what comes in its place is likely to be used, too. */
  remove(key: string): void {
    const node = this.#nodes.get(key)
    if (!node?.value) return
    if (node.queue === this.#main || node.uses > 0) this.#forgetValue(node)
    else this.#discard(node)
  }

  #makeRoomFor(neededBytes: number): void {
    while (this.bytes + neededBytes > this.#maximumBytes) {
      const isTurnOfSmall = this.#main.length === 0 || this.#small.bytes > this.#maximumBytes / 10
      const evicted = (isTurnOfSmall && this.#evictFromSmall()) || this.#evictFromMain()
      if (!evicted) return
    }
  }

  #evictFromSmall(): boolean {
    for (let node = this.#small.oldest; node; node = this.#small.oldest) {
      if (node.uses <= 1) {
        if (node.value) this.#onEvict(node.value)
        this.#forgetValue(node)
        return true
      }
      node.uses = 0
      this.#move(node, this.#main)
    }
    return false
  }

  #evictFromMain(): boolean {
    for (let node = this.#main.oldest; node; node = this.#main.oldest) {
      if (node.uses === 0) {
        if (node.value) this.#onEvict(node.value)
        this.#discard(node)
        return true
      }
      node.uses -= 1
      this.#move(node, this.#main)
    }
    return false
  }

  /** Remembers as many keys as values are kept, so that the keys of a crawl do not become the load themselves. */
  #forgetValue(node: Node<Value>): void {
    node.value = undefined
    node.queue.resize(node, ghostBytes(node.key))
    this.#move(node, this.#ghosts)
    for (let oldest = this.#ghosts.oldest; oldest && this.#ghosts.length > this.length + 1; oldest = this.#ghosts.oldest) {
      this.#discard(oldest)
    }
  }

  #move(node: Node<Value>, queue: FifoQueue<Node<Value>>): void {
    node.queue.remove(node)
    node.queue = queue
    queue.push(node)
  }

  #discard(node: Node<Value>): void {
    node.queue.remove(node)
    this.#nodes.delete(node.key)
  }
}
