import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * Who asks: `key` is what requests are counted by, `policy` which quota there is: `local` when the request began on this very
 * machine, `keyed` when it has a token.
 */
export type Caller = { key: string; policy: 'anonymous' | 'keyed' | 'local' }

const mapped = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i
const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.')

/** An IPv6 address without what one household or office may choose freely: its first 64 bits. */
const toNetwork = (address: string): string => {
  const [head = '', tail] = address.split('::', 2)
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`
}

const toKey = (address: string): string => (isIPv6(address) ? toNetwork(address) : address)

// Only a proxy on this machine is believed, and only the entry it added itself: anyone can write the others.
const forwardedFor = (header: string | string[] | undefined): string | undefined => {
  const last = [header].flat().join(',').split(',').at(-1)?.trim()
  return last !== undefined && (isIPv4(last) || isIPv6(last)) ? last : undefined
}

type Asking = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }

const findCaller = ({ socket, headers }: Asking): Caller => {
  const peer = (socket.remoteAddress ?? '').replace(mapped, '')
  const forwarded = isLoopback(peer) ? forwardedFor(headers['x-forwarded-for']) : undefined
  const address = (forwarded ?? peer).replace(mapped, '')
  return { key: toKey(address), policy: isLoopback(address) ? 'local' : 'anonymous' }
}

// A connection has one other end for all of its requests.
const byConnection = new WeakMap<object, Caller>()

/** The caller of a request, behind a proxy on this machine too. */
export const callerOf = (request: Asking): Caller => {
  if (request.headers['x-forwarded-for'] !== undefined) return findCaller(request)
  const known = byConnection.get(request.socket)
  if (known) return known
  const caller = findCaller(request)
  byConnection.set(request.socket, caller)
  return caller
}
