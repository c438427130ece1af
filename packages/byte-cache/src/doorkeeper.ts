/** Places for keys that were seen once: 256 kB, whatever is asked for. */
const defaultPlaces = 65_536

/** FNV-1a over the code units, 32 bits. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/**
 * Tells keys that come again from those that come once, without keeping any of them (the doorkeeper of TinyLFU: Einziger, Friedman,
 * Manes, ACM Transactions on Storage 13(4), 2017; here of one place for each key).
 * Approximate, and harmless either way: a key may be taken for known too early, or be forgotten because another has its place.
 */
export class Doorkeeper {
  readonly #places: Uint32Array

  constructor(places: number = defaultPlaces) {
    this.#places = new Uint32Array(places)
  }

  /** Whether `key` has been here before; from now on it has. */
  greets(key: string): boolean {
    const hash = hashOf(key)
    const place = hash % this.#places.length
    const isKnown = this.#places[place] === hash
    this.#places[place] = hash
    return isKnown
  }
}
