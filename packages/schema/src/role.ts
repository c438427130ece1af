import { z } from 'zod'

/**
 * What the holder of a token or an account may do, from least to most; each role includes those before it.
 * `reader` opens nothing that is not public: it raises the quota.
 */
export const Role = z
  .enum(['reader', 'editor', 'publisher', 'administrator'])
  .meta({ id: 'Role', description: 'What the holder may do, from least to most.' })
export type Role = z.infer<typeof Role>

/** Whether `role` includes everything that `needed` may do. */
export const includesRole = (role: Role, needed: Role): boolean => Role.options.indexOf(role) >= Role.options.indexOf(needed)
