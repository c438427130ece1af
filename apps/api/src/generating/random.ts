import { createHash } from 'node:crypto'

/** A stream of numbers from 0 (included) to 1 (excluded), the same for the same seed on every machine. */
export type Random = () => number

const rounds = 12

/** A stream of its own for every list of parts (sfc32 by Chris Doty-Humphrey, of the PractRand test suite; public domain). */
export const createRandom = (...parts: readonly (string | number)[]): Random => {
  const seed = createHash('sha256').update(parts.join('\n')).digest()
  let a = seed.readInt32LE(0)
  let b = seed.readInt32LE(4)
  let c = seed.readInt32LE(8)
  let counter = 1
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 0x1_0000_0000
  }
  for (let round = 0; round < rounds; round += 1) next()
  return next
}

/** A whole number from `minimum` to `maximum`, both included. */
export const randomInteger = (random: Random, minimum: number, maximum: number): number =>
  minimum + Math.floor(random() * (maximum - minimum + 1))
