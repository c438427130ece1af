import type { MadeAnswer } from './ready-answer.ts'

/** Final, the same for everyone, and likely to be asked for again (a subset of RFC 9110 §15.1's heuristically cacheable ones). */
const storableStatuses = new Set([200, 301, 308, 404, 410])

/** Whether an answer may be kept and given to others (RFC 9111 §3; a cookie is for one asker alone). */
export const isStorable = (made: MadeAnswer): boolean => {
  if (made.storable === false || !storableStatuses.has(made.status)) return false
  return !Object.entries(made.headers).some(([name, value]) => {
    const header = name.toLowerCase()
    return (
      header === 'set-cookie' ||
      (header === 'cache-control' && /\b(no-store|private)\b/i.test(value)) ||
      (header === 'vary' && value.includes('*'))
    )
  })
}
