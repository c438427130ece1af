import type { ContentCoding } from './choose-encoding.ts'
import { compressAtOnce, minimumCompressBytes } from './compress.ts'
import { etagLength, etagOf } from './strong-etag.ts'

/** What a record has a body compressed in, where that pays: in one of these whoever accepts compressed answers takes them. */
const filedCodings = ['br', 'gzip'] as const

/**
 * A record is the length of its key (2 bytes), those of the compressed forms (4 each), the validator, the key and the body. Behind it
 * stand the compressed forms, which are read by themselves.
 */
const formLengthsAt = 2
const etagAt = formLengthsAt + 4 * filedCodings.length
const keyAt = etagAt + etagLength

/** What stands in a body file for a body. `length` is that of the record without the compressed forms. */
export type BodyRecord = { bytes: Buffer[]; length: number; lengthWithForms: number }

/** @param key ASCII, up to 65,535 characters */
export const toRecord = (key: string, body: Buffer): BodyRecord => {
  const forms = body.length < minimumCompressBytes ? [] : filedCodings.map((coding) => compressAtOnce(coding, body))
  const head = Buffer.alloc(keyAt + key.length)
  head.writeUInt16LE(key.length)
  for (const [index, form] of forms.entries()) head.writeUInt32LE(form.length, formLengthsAt + 4 * index)
  head.write(etagOf(body), etagAt, 'latin1')
  head.write(key, keyAt, 'latin1')
  const length = head.length + body.length
  return { bytes: [head, body, ...forms], length, lengthWithForms: forms.reduce((sum, form) => sum + form.length, length) }
}

/** Bytes of a record before its body. */
export const headLength = (key: string): number => keyAt + key.length

/** Reads the validator of the record that begins at `start` of some bytes. @returns undefined when it is of another key */
export const readEtag = (bytes: Buffer, start: number, key: string): string | undefined => {
  if (bytes.readUInt16LE(start) !== key.length) return undefined
  const etagAndKey = bytes.toString('latin1', start + etagAt, start + keyAt + key.length)
  return etagAndKey.endsWith(key) ? etagAndKey.slice(0, etagLength) : undefined
}

/** Where a compressed form stands, in bytes behind the end of the record that begins at `start`; undefined where there is none. */
export const findForm = (bytes: Buffer, start: number, coding: ContentCoding): { offset: number; length: number } | undefined => {
  let offset = 0
  for (const [index, filed] of filedCodings.entries()) {
    const length = bytes.readUInt32LE(start + formLengthsAt + 4 * index)
    if (filed === coding && length > 0) return { offset, length }
    offset += length
  }
}
