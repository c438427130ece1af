import { hashKey } from './hash-key.ts'

/** Places for keys that were seen once: 256 kB, whatever is asked for. */
const defaultPlaces = 65_536

/**
 * Tells keys that come again from those that come once, without keeping any of them (the doorkeeper of TinyLFU: Einziger, Friedman,
 * Manes, ACM Transactions on Storage 13(4), 2017; here of one place for each key).
 * Approximate, and harmless either way: a key may be taken for known too early, or be forgotten because another has its place.
 */
export class Doorkeeper {
  readonly #places: Uint32Array

  /** @param places a power of two */
  constructor(places: number = defaultPlaces) {
    this.#places = new Uint32Array(places)
  }

  /** Whether `key` has been here before; from now on it has. */
  greets(key: string): boolean {
    const hash = hashKey(key)
    const place = hash & (this.#places.length - 1)
    const isKnown = this.#places[place] === hash
    this.#places[place] = hash
    return isKnown
  }
}
