import { randomBytes } from 'node:crypto'
import type { CursorCodec } from '../cursor.ts'
import { DomainError, Invalid } from '../errors.ts'
import type { Words } from '../problems/words.ts'

/** Nobody reads a form and writes a sentence faster. */
export const minimumSeconds = 3
const lifetimeMs = 12 * 60 * 60 * 1000
const scope = 'report-form'

/** A signed word of when a form was asked for. */
export const issueFormToken = (codec: CursorCodec, now: number): { token: string; expiresAt: number } => ({
  token: codec.write(scope, [now, randomBytes(6).toString('base64url')]),
  expiresAt: now + lifetimeMs,
})

const refuse = (code: string, message: Words): Invalid => new Invalid('invalid-body', { errors: [{ pointer: '/token', code, message }] })

const readIssued = (codec: CursorCodec, token: string): unknown => {
  try {
    return codec.read(scope, token)[0]
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** @throws {Invalid} when the token is none of ours, too fresh or too old */
export const requireFormToken = (codec: CursorCodec, token: string, now: number): void => {
  const issued = readIssued(codec, token)
  if (typeof issued !== 'number')
    throw refuse('malformed', { zh: '表单凭证无效，请重新打开表单。', en: 'The token is none of ours. Ask for a new form.' })
  if (now - issued < minimumSeconds * 1000)
    throw refuse('too-early', { zh: '提交过快，请稍候再试。', en: `Sent too soon. Wait ${minimumSeconds} seconds and send it again.` })
  if (now - issued > lifetimeMs)
    throw refuse('expired', { zh: '表单已过期，请重新打开表单。', en: 'The form is too old. Ask for a new one.' })
}
