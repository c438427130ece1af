const opaqueTag = (etag: string) => (etag.startsWith('W/') ? etag.slice(2) : etag)

/**
 * Whether `If-None-Match` names what would be sent (RFC 9110 §13.1.2): `*`, or any of a list by weak comparison (§8.8.3.2).
 * A tag may hold a comma, so the list is read tag by tag.
 */
export const isNotModified = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  const own = opaqueTag(etag)
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(own) ?? false
}
