import type { Random } from './random.ts'

/** Draws one of a list. */
export type Choice<T> = (random: Random) => T

const splitByWeight = (scaled: Float64Array): [light: number[], heavy: number[]] => {
  const light: number[] = []
  const heavy: number[] = []
  for (const [index, weight] of scaled.entries()) (weight < 1 ? light : heavy).push(index)
  return [light, heavy]
}

/** Draws in proportion to the weights, in constant time whatever the length of the list (Vose's alias method). */
export const weightedChoice = <T>(entries: readonly (readonly [item: T, weight: number])[]): Choice<T> => {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  const scaled = Float64Array.from(entries, ([, weight]) => (weight * entries.length) / total)
  const alias = Uint32Array.from(entries.keys())
  const [light, heavy] = splitByWeight(scaled)
  while (light.length > 0 && heavy.length > 0) {
    const small = light.pop() ?? 0
    const large = heavy.pop() ?? 0
    alias[small] = large
    scaled[large] = (scaled[large] ?? 0) + (scaled[small] ?? 0) - 1
    if ((scaled[large] ?? 0) < 1) light.push(large)
    else heavy.push(large)
  }
  // What rounding leaves over stands for itself.
  for (const index of [...light, ...heavy]) scaled[index] = 1
  const items = entries.map(([item]) => item)
  return (random) => {
    const place = random() * items.length
    const index = Math.floor(place)
    return items[place - index < (scaled[index] ?? 0) ? index : (alias[index] ?? 0)] as T
  }
}

/** Draws by rank: the item of rank r weighs 1/r (Zipf's law), so the first are common and the last are rare. */
export const zipfChoice = <T>(items: readonly T[], exponent = 1): Choice<T> =>
  weightedChoice(items.map((item, index) => [item, 1 / (index + 1) ** exponent] as const))
