/** Stands in the log for every dependency there is. */
const everything = Symbol('everything')

/**
 * The last drops, so that an answer can be judged whose dependencies are known only once it is made:
 * was one of them dropped while it was being made?
 *
 * Positions count drops. The log holds a bounded number of them: what began before the oldest it still holds is judged to be hit,
 * which costs a making and never gives a stale answer.
 */
export class DropLog {
  readonly #ring: (string | typeof everything)[] = []
  readonly #lengthMaximum: number
  #position = 0

  constructor(lengthMaximum = 4096) {
    this.#lengthMaximum = lengthMaximum
  }

  /** How many drops there were: what begins now has seen the changes behind all of them. */
  get position(): number {
    return this.#position
  }

  append(dependency: string): void {
    this.#append(dependency)
  }

  appendEverything(): void {
    this.#append(everything)
  }

  /** The position right after the first drop since `start` of one of `dependencies`; Infinity when there was none. */
  firstSince(start: number, dependencies: readonly string[]): number {
    if (start === this.#position) return Number.POSITIVE_INFINITY
    if (this.#position - start > this.#lengthMaximum) return start + 1
    const own = new Set<string | symbol | undefined>(dependencies).add(everything)
    for (let at = start; at < this.#position; at += 1) {
      if (own.has(this.#ring[at % this.#lengthMaximum])) return at + 1
    }
    return Number.POSITIVE_INFINITY
  }

  #append(dropped: string | typeof everything): void {
    this.#ring[this.#position % this.#lengthMaximum] = dropped
    this.#position += 1
  }
}
