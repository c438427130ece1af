import { hash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const prefix = 'gzt_'
const randomBytesCount = 20
const pattern = /^(gzt_[0-9a-f]{40})([0-9a-f]{8})$/

const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0')

/**
 * A new token: `gzt_`, 160 random bits and a CRC-32 of both, in hexadecimal. Whoever finds one in a repository or a log knows
 * what it is, and a mistyped one is told from a revoked one without asking anybody.
 */
export const createTokenText = (): string => {
  const text = prefix + randomBytes(randomBytesCount).toString('hex')
  return text + checksumOf(text)
}

/** Whether a text has the form of a token and its checksum fits. */
export const isTokenText = (text: string): boolean => {
  const [, body = '', checksum] = pattern.exec(text) ?? []
  return checksum !== undefined && checksumOf(body) === checksum
}

/** What is kept of a token. It has 160 random bits: nobody guesses it, so a fast hash is enough. */
export const digestOf = (token: string): string => hash('sha256', token, 'base64url')

/** The token in an `Authorization` header of the Bearer scheme (RFC 6750 §2.1); null for every other scheme and form. */
export const bearerOf = (authorization: string): string | null => /^bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1] ?? null
