import { createHmac, timingSafeEqual } from 'node:crypto'
import { Invalid } from './errors.ts'

const signatureBytes = 12

/** Writes and reads positions in lists. A cursor is signed, and bound to the `scope` (the filters) it was issued for. */
export type CursorCodec = {
  write(scope: string, position: readonly (string | number)[]): string
  /** @throws {Invalid} with the code `invalid-cursor` when it was made up, damaged or issued for another scope */
  read(scope: string, cursor: string): (string | number)[]
}

const refuse = (): Invalid =>
  new Invalid('invalid-cursor', {
    errors: [
      {
        parameter: 'cursor',
        code: 'invalid-cursor',
        message: { zh: '游标已损坏，或属于另一组筛选条件。', en: 'The cursor is damaged or belongs to other filters.' },
      },
    ],
  })

export const createCursorCodec = (secret: string): CursorCodec => {
  const sign = (scope: string, payload: Buffer): Buffer =>
    createHmac('sha256', secret).update(scope).update('\n').update(payload).digest().subarray(0, signatureBytes)
  return {
    write(scope, position) {
      const payload = Buffer.from(JSON.stringify(position))
      return Buffer.concat([sign(scope, payload), payload]).toString('base64url')
    },
    read(scope, cursor) {
      const bytes = Buffer.from(cursor, 'base64url')
      // Node skips characters outside the alphabet: only the exact spelling we issued is ours.
      if (bytes.length <= signatureBytes || bytes.toString('base64url') !== cursor) throw refuse()
      const payload = bytes.subarray(signatureBytes)
      if (!timingSafeEqual(bytes.subarray(0, signatureBytes), sign(scope, payload))) throw refuse()
      return JSON.parse(payload.toString()) as (string | number)[]
    },
  }
}
