/**
 * The cookie of an editor who signed in: the token itself, which only the API can judge and take back.
 * Scripts cannot read it and no other site's request carries it.
 */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-editor' : 'editor')

/** A working day; after that the editor signs in again. */
const maxAgeSeconds = 10 * 60 * 60

/** What a token looks like: anything else is not sent anywhere. */
export const tokenPattern = /^gzt_[\w-]{16,160}$/

/** The token in a `Cookie` header, or null. */
export const findEditorToken = (cookieHeader: string | undefined, isSecure: boolean): string | null => {
  const start = `${nameOf(isSecure)}=`
  const pair = cookieHeader?.includes(start) && cookieHeader.split(';').find((each) => each.trim().startsWith(start))
  const token = pair ? pair.trim().slice(start.length) : ''
  return tokenPattern.test(token) ? token : null
}

/** The `Set-Cookie` header that signs in with a token, or for null signs out. */
export const toEditorCookie = (token: string | null, isSecure: boolean): string =>
  `${nameOf(isSecure)}=${token ?? ''}; Path=/; Max-Age=${token === null ? 0 : maxAgeSeconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
