import { hashKey } from './hash-key.ts'

/** Places for keys that were seen lately: 256 kB, whatever is asked for. */
const defaultPlaces = 65_536

/** How often a key is a stranger: one crawler may come behind another. */
const strangerTimes = 3
/** Bits of a place that count; those of the hash are the place's number already, of which there are at least so many. */
const countBits = 0b111

/**
 * Tells keys that come again and again from those that come once or twice, without keeping any of them (the doorkeeper of TinyLFU:
 * Einziger, Friedman, Manes, ACM Transactions on Storage 13(4), 2017; here of one place for each key, with a count).
 * Approximate, and harmless either way: a key may be taken for known too early, or be forgotten because another has its place.
 */
export class Doorkeeper {
  readonly #places: Uint32Array

  /** @param places a power of two, 8 or more */
  constructor(places: number = defaultPlaces) {
    this.#places = new Uint32Array(places)
  }

  /** Whether `key` is known: it has been here three times before. */
  greets(key: string): boolean {
    const hash = hashKey(key)
    const place = hash & (this.#places.length - 1)
    const seen = this.#places[place] ?? 0
    const times = ((seen ^ hash) & ~countBits) === 0 ? seen & countBits : 0
    if (times === strangerTimes) return true
    this.#places[place] = (hash & ~countBits) | (times + 1)
    return false
  }
}
