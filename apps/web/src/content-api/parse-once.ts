import type { z } from 'zod'

/** What bytes mean by a schema does not change: found again as long as somebody keeps those very bytes. */
const known = new WeakMap<z.ZodType, WeakMap<Buffer, unknown>>()

/** Parses JSON by a schema, once for each Buffer; whoever asks again shares the result. Throws where there is no JSON. */
export const parseOnce = <T>(schema: z.ZodType<T>, body: Buffer): z.ZodSafeParseResult<T> => {
  const bySchema = known.get(schema) ?? new WeakMap<Buffer, unknown>()
  const before = bySchema.get(body) as z.ZodSafeParseResult<T> | undefined
  if (before) return before
  const parsed = schema.safeParse(JSON.parse(body.toString()))
  bySchema.set(body, parsed)
  known.set(schema, bySchema)
  return parsed
}
