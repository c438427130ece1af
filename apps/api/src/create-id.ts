import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

const encode = (value: bigint, length: number): string => {
  let rest = value
  let text = ''
  for (let index = 0; index < length; index += 1) {
    text = alphabet[Number(rest & 31n)] + text
    rest >>= 5n
  }
  return text
}

/**
 * An identifier: 16 characters of Crockford's base 32 in lower case, 45 bits of milliseconds and 35 further bits.
 * Later ids sort after earlier ones, which keeps the newest articles together on disk.
 */
export const formatId = (instant: number, bits: bigint): string => encode(BigInt(instant), 9) + encode(bits, 7)

/** A new identifier of this instant; nobody can guess it. */
export const createId = (now: number): string => formatId(now, BigInt(`0x${randomBytes(5).toString('hex')}`))
