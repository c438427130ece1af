import { describe, expect, it } from 'vitest'
import { isStorable } from './is-storable.ts'

const made = { status: 200, headers: {}, body: '', dependencies: [] }

describe('isStorable', () => {
  it.each([200, 301, 308, 404, 410])('keeps %i', (status) => {
    expect(isStorable({ ...made, status })).toBe(true)
  })

  it.each([201, 204, 206, 302, 304, 307, 400, 401, 403, 429, 500, 503])('does not keep %i', (status) => {
    expect(isStorable({ ...made, status })).toBe(false)
  })

  it.each([{ 'Set-Cookie': 'session=1' }, { 'Cache-Control': 'no-store' }, { 'cache-control': 'max-age=60, PRIVATE' }, { vary: '*' }])(
    'does not keep what is for one asker alone: %o',
    (headers) => {
      expect(isStorable({ ...made, headers })).toBe(false)
    },
  )

  it('does not keep what its maker says is not to be kept', () => {
    expect(isStorable({ ...made, storable: false })).toBe(false)
  })
})
