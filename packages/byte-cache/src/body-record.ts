import { etagLength, etagOf } from './strong-etag.ts'

/** A record is the length of its key (2 bytes), the validator, the key and the body. */
const keyStart = 2 + etagLength

/** What stands in a body file for a body. @param key ASCII, up to 65,535 characters */
export const toRecord = (key: string, body: Buffer): Buffer => {
  const record = Buffer.allocUnsafe(keyStart + key.length + body.length)
  record.writeUInt16LE(key.length)
  record.write(etagOf(body), 2, 'latin1')
  record.write(key, keyStart, 'latin1')
  body.copy(record, keyStart + key.length)
  return record
}

/** Reads the record from `start` to `end` of some bytes. @returns undefined when it is of another key */
export const readRecord = (bytes: Buffer, start: number, end: number, key: string): { body: Buffer; etag: string } | undefined => {
  const bodyStart = start + keyStart + key.length
  if (bytes.readUInt16LE(start) !== key.length) return undefined
  const etagAndKey = bytes.toString('latin1', start + 2, bodyStart)
  if (!etagAndKey.endsWith(key)) return undefined
  return { etag: etagAndKey.slice(0, etagLength), body: bytes.subarray(bodyStart, end) }
}
