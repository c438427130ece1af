/**
 * Writes different numbers, each amid as much else as an answer takes, and prints how many bytes that left among the old objects:
 * `node testing-decimal.ts "toDecimal"|"String"`.
 */
import { getHeapSpaceStatistics } from 'node:v8'
import { toDecimal } from './decimal.ts'

const write = process.argv[2] === 'toDecimal' ? toDecimal : String

const oldBytes = (): number => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0

let latest: unknown
const writeFrom = (first: number): void => {
  for (let number = first; number < first + 200_000; number += 1) latest = { text: write(number), rest: new Array(500).fill(0) }
}
// What is compiled, and the place V8 remembers numbers in, are there from the first time on.
writeFrom(90_000_000)
const before = oldBytes()
writeFrom(95_000_000)
process.stdout.write(JSON.stringify({ latest, leftBytes: oldBytes() - before }))
