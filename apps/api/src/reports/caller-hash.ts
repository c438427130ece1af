import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

const expandIpv6 = (address: string): string[] => {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}

/** Who calls, as far as limits go: one household or machine, and the network around it. */
export const callerGroups = (address: string): { address: string; network: string } => {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return { address: plain, network: plain.replace(/\.\d+$/, '.0/24') }
  if (!isIPv6(plain)) return { address: 'unknown', network: 'unknown' }
  // Everybody at home with IPv6 has a /64 to themselves, and a provider's customer often a /48.
  const groups = expandIpv6(plain)
  return { address: `${groups.slice(0, 4).join(':')}::/64`, network: `${groups.slice(0, 3).join(':')}::/48` }
}

export type CallerHashes = { addressHash: string; networkHash: string }

/** Keyed hashes of where a report came from. The key is another one every day: two days of one reader cannot be joined. */
export const hashCaller = (secret: string, address: string, now: number): CallerHashes => {
  const day = new Date(now).toISOString().slice(0, 'yyyy-mm-dd'.length)
  const key = createHmac('sha256', secret).update(`report callers of ${day}`).digest()
  const hash = (group: string): string => createHmac('sha256', key).update(group).digest('base64url')
  const groups = callerGroups(address)
  return { addressHash: hash(groups.address), networkHash: hash(groups.network) }
}
