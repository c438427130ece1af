import { hash } from 'node:crypto'

const digestLength = 27

/** Characters of a strong validator. */
export const etagLength = digestLength + 2

/** The strong validator of some bytes (RFC 9110 §8.8.3): 162 bits of their SHA-256. */
export const etagOf = (bytes: Buffer): string => `"${hash('sha256', bytes, 'base64url').slice(0, digestLength)}"`
