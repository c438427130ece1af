/** Content codings we can send (RFC 9110 §8.4.1, RFC 7932, RFC 8878). */
export type ContentCoding = 'identity' | 'gzip' | 'br' | 'zstd'

/** Where a client likes several equally: the smallest result first (figures in the README). */
const preference: readonly ContentCoding[] = ['br', 'zstd', 'gzip', 'identity']

type Choice = { readonly smallest: ContentCoding; readonly plainest: ContentCoding }

/** `gzip;q=0.5` to a name and a weight; undefined for what is not an element of the list. */
const parseElement = (element: string): [name: string, weight: number] | undefined => {
  const [name = '', parameter, ...more] = element.split(';').map((part) => part.trim().toLowerCase())
  if (name === '' || more.length > 0) return undefined
  const weight = parameter === undefined ? '1' : /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1]
  return weight === undefined ? undefined : [name === 'x-gzip' ? 'gzip' : name, Number(weight)]
}

const parseChoice = (acceptEncoding: string): Choice => {
  const weights = new Map<string, number>()
  for (const element of acceptEncoding.split(',')) {
    const parsed = parseElement(element)
    if (parsed) weights.set(...parsed)
  }
  // Identity is acceptable unless it is refused, but whoever names a coding likes that better.
  const weightOf = (coding: ContentCoding) => weights.get(coding) ?? weights.get('*') ?? (coding === 'identity' ? Number.MIN_VALUE : 0)
  let smallest: ContentCoding = 'identity'
  let most = 0
  for (const coding of preference) {
    const weight = weightOf(coding)
    if (weight > most) [smallest, most] = [coding, weight]
  }
  return { smallest, plainest: weightOf('identity') > 0 ? 'identity' : smallest }
}

const identityOnly: Choice = { smallest: 'identity', plainest: 'identity' }
// A pure function's results for the few values that exist in practice; invented ones can neither make it grow nor make it slow.
const choices = new Map<string, Choice>()
const choicesMaximum = 256
const headerLengthMaximum = 512

const findChoice = (acceptEncoding: string): Choice => {
  const known = choices.get(acceptEncoding)
  if (known) return known
  if (acceptEncoding.length > headerLengthMaximum) return identityOnly
  const choice = parseChoice(acceptEncoding)
  if (choices.size >= choicesMaximum) choices.clear()
  choices.set(acceptEncoding, choice)
  return choice
}

/**
 * Content negotiation by `Accept-Encoding` (RFC 9110 §12.5.3): weights decide, then the size of the result.
 * When everything is refused the answer is sent as it is, which that section allows and serves the client better than 406.
 * @param isWorthwhile false for a body too small to gain: compressed only when the client refuses it as it is.
 */
export const chooseEncoding = (acceptEncoding: string | undefined, isWorthwhile = true): ContentCoding => {
  const choice = acceptEncoding === undefined ? identityOnly : findChoice(acceptEncoding)
  return isWorthwhile ? choice.smallest : choice.plainest
}
