import { LinkTarget } from '@gazette/schema/span'

/** What became of an address found in markup. */
export type ResolvedLink = { href: string } | { refused: 'unsafe-link' | 'unresolved-link' | 'invalid-link' }

const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i
const spaced = /[\p{Cc}\s]/gu

/** An absolute address of an address as found: null when it is relative and the address of the page is not known, or not http(s). */
export const resolveAddress = (found: string, base: string | null): string | null => {
  const absolute = found.startsWith('//') ? `${base?.startsWith('http:') ? 'http:' : 'https:'}${found}` : found
  if (!URL.canParse(absolute, base ?? undefined)) return null
  const url = new URL(absolute, base ?? undefined)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

/**
 * What a link may become in a span. White space and control characters inside a scheme are ignored as browsers do, so
 * `java&#9;script:` is recognised for what it is.
 */
export const resolveLink = (found: string, base: string | null): ResolvedLink => {
  const bare = found.slice(0, 40).replace(spaced, '')
  const name = scheme.exec(bare)?.[1]?.toLowerCase()
  if (name !== undefined && !/^(?:https?|mailto|tel)$/.test(name)) {
    return { refused: /^(?:javascript|vbscript|data|blob|file|about)$/.test(name) ? 'unsafe-link' : 'invalid-link' }
  }
  const trimmed = found.trim()
  const href = name === 'mailto' || name === 'tel' ? trimmed : (resolveAddress(trimmed, base) ?? trimmed)
  if (LinkTarget.safeParse(href).success) return { href }
  return { refused: name === undefined && base === null ? 'unresolved-link' : 'invalid-link' }
}
