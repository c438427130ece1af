import type { IncomingMessage } from 'node:http'
import { findHolder } from '../accounts/find-holder.ts'
import type { Tokens } from '../accounts/tokens.ts'
import { type Caller, callerOf } from './caller-of.ts'

/** A caller, and whether it has to be refused because what it has in `Authorization` is nobody's token. */
export type Identified = { caller: Caller; isImpostor: boolean }

/**
 * Who is to be counted for a request: the holder of its token, else the address it came from. An impostor is counted by its
 * address, so that guessing is held up like everything else.
 */
export const identifyCaller = (request: IncomingMessage, tokens: Tokens): Identified => {
  const holder = findHolder(tokens, request.headers.authorization)
  if (holder === null || holder === 'impostor') return { caller: callerOf(request), isImpostor: holder !== null }
  // Keys of addresses have a dot or a colon in them, and never this one.
  return { caller: { key: `token ${holder.id}`, policy: 'keyed' }, isImpostor: false }
}
