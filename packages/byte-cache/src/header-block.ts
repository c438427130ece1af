/** Headers as they are sent with every answer that has them: written once, however many answers share them. */
export type HeaderBlock = {
  /** Frozen, names in lower case; without those of a connection (RFC 9110 §7.6.1), of one encoding, or of one asker. */
  readonly headers: Readonly<Record<string, string>>
  /** The same, name, value, name, value …, as `writeHead` takes them fastest. */
  readonly raw: readonly string[]
  /** Whether compressed forms exist at all. */
  readonly compressible: boolean
}

/** Set by the server for each connection or each sending, by us for each encoding, or meant for one asker alone. */
const headersLeftOut = new Set(
  'connection content-length date etag keep-alive proxy-connection set-cookie te trailer transfer-encoding upgrade'.split(' '),
)

const withAcceptEncoding = (vary: string | undefined): string => {
  if (!vary) return 'Accept-Encoding'
  return /(^|,)\s*(\*|accept-encoding)\s*(,|$)/i.test(vary) ? vary : `${vary}, Accept-Encoding`
}

const toReadyHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const ready: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (!headersLeftOut.has(lower)) ready[lower] = value
  }
  return ready
}

const written = (headers: Record<string, string>) => ({ headers: Object.freeze(headers), raw: Object.entries(headers).flat() })

const toBlock = (made: Readonly<Record<string, string>>, compressibleTypes: RegExp): HeaderBlock => {
  const headers = toReadyHeaders(made)
  const compressible = headers['content-encoding'] === undefined && compressibleTypes.test(headers['content-type'] ?? '')
  if (compressible) headers['vary'] = withAcceptEncoding(headers['vary'])
  return { ...written(headers), compressible }
}

/** The same block with another value of one header. */
export const changeHeaderBlock = ({ headers, compressible }: HeaderBlock, name: string, value: string): HeaderBlock => ({
  ...written({ ...headers, [name]: value }),
  compressible,
})

const known = new WeakMap<Readonly<Record<string, string>>, { compressibleTypes: RegExp; block: HeaderBlock }>()

/** Made once for each object of headers: whoever gives many answers the same headers gives them the same object. */
export const toHeaderBlock = (made: Readonly<Record<string, string>>, compressibleTypes: RegExp): HeaderBlock => {
  const before = known.get(made)
  if (before?.compressibleTypes === compressibleTypes) return before.block
  const block = toBlock(made, compressibleTypes)
  known.set(made, { compressibleTypes, block })
  return block
}
