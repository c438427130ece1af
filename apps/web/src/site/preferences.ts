/**
 * How a reader likes to read. Kept in one cookie of a closed set of values and applied by one small style sheet,
 * so that the pages themselves are the same bytes for everyone (decision 0101).
 */
export const preferenceValues = {
  text: ['small', 'medium', 'large', 'larger', 'largest'],
  leading: ['compact', 'normal', 'loose'],
  scheme: ['auto', 'light', 'dark', 'contrast', 'yellow'],
  face: ['song', 'hei'],
  mode: ['standard', 'elder'],
} as const

export type PreferenceName = keyof typeof preferenceValues
export type Preferences = { [Name in PreferenceName]: (typeof preferenceValues)[Name][number] }

export const defaultPreferences: Preferences = { text: 'medium', leading: 'normal', scheme: 'auto', face: 'song', mode: 'standard' }
export const preferenceNames = Object.keys(preferenceValues) as PreferenceName[]
export const preferenceCookie = 'reading'

/** Takes the known values and leaves the rest as it was. */
export const applyPreferences = (current: Preferences, wanted: URLSearchParams): Preferences => {
  const chosen = preferenceNames.flatMap((name) => {
    const value = wanted.get(name)
    return preferenceValues[name].some((allowed) => allowed === value) ? [[name, value]] : []
  })
  return { ...current, ...Object.fromEntries(chosen) }
}

/** The preferences in a `Cookie` header; anything unknown counts as the default. */
export const parsePreferences = (cookieHeader: string | undefined): Preferences => {
  const value = (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${preferenceCookie}=`))
    ?.slice(preferenceCookie.length + 1)
  return applyPreferences(defaultPreferences, new URLSearchParams((value ?? '').replaceAll('.', '&').replaceAll(':', '=')))
}

/** The value of the cookie: only what differs from the default, so that no preference is no cookie. */
export const toCookieValue = (preferences: Preferences): string =>
  preferenceNames
    .filter((name) => preferences[name] !== defaultPreferences[name])
    .map((name) => `${name}:${preferences[name]}`)
    .join('.')

const maxAgeSeconds = 365 * 24 * 3600

/** The `Set-Cookie` header that remembers `preferences`, or forgets them when they are the default. */
export const toSetCookie = (preferences: Preferences, isSecure: boolean): string => {
  const value = toCookieValue(preferences)
  return `${preferenceCookie}=${value}; Path=/; Max-Age=${value === '' ? 0 : maxAgeSeconds}; SameSite=Lax${isSecure ? '; Secure' : ''}`
}

/** A path of this site to go back to, or the settings page: never another site. */
export const toReturnPath = (wanted: string | null): string =>
  wanted !== null && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(wanted) && wanted.length <= 2048 ? wanted : '/preferences'
