import { bearerOf } from './token-text.ts'
import type { TokenHolder, Tokens } from './tokens.ts'

/**
 * Whose request it is, by its `Authorization`.
 * @returns null when it has none, `impostor` when what it has is nobody's token
 */
export const findHolder = (tokens: Tokens, authorization: string | undefined): TokenHolder | 'impostor' | null => {
  if (authorization === undefined) return null
  const token = bearerOf(authorization)
  return (token === null ? null : tokens.find(token)) ?? 'impostor'
}
