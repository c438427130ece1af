// Junk that trackers and share buttons add; it never tells two pages apart.
const ignoredParameter = /^(utm_\w+|spm|from|isappinstalled|share\w*|fbclid|gclid)$/i

const sortedQuery = (parameters: URLSearchParams): string => {
  const kept = [...parameters]
    .filter(([name]) => !ignoredParameter.test(name))
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

const cleanPath = (pathname: string): string => {
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/index\.(s?html?|php|jsp|aspx)$/i, '/')
  const trimmed = path.length > 1 ? path.replace(/\/$/, '') : path
  return decodePath(trimmed).normalize('NFC').toLowerCase()
}

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export type AddressKey = { key: string; pathKey: string }

/**
 * Two spellings of one address have one key: scheme, `www.`, letter case, trailing slash, index page,
 * order of parameters, tracking parameters and fragment do not count.
 * `pathKey` is the part without the host. Returns null for what is not an address.
 */
export const toAddressKey = (address: string): AddressKey | null => {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const pathKey = cleanPath(url.pathname) + sortedQuery(url.searchParams)
  return { key: url.host.replace(/^www\./, '') + pathKey, pathKey }
}
