import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDecimal } from './decimal.ts'

const program = fileURLToPath(new URL('./testing-decimal.ts', import.meta.url))

/** What two hundred thousand different numbers leave among the old objects. */
const leftBytes = async (writer: 'toDecimal' | 'String'): Promise<number> => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, writer])
  return JSON.parse(stdout).leftBytes
}

describe('a number that differs from one answer to the next', () => {
  it('is written as any other', () => fc.assert(fc.property(fc.maxSafeNat(), (number) => toDecimal(number) === String(number))))

  it.each([0, 7, 999, 1000, 1001, 10_000, 999_999, 1_000_000, 99_999_999])('is written with all its zeros: %i', (number) =>
    expect(toDecimal(number)).toBe(String(number)),
  )

  it('leaves nothing behind that has old objects collected', async () => expect(await leftBytes('toDecimal')).toBeLessThan(500_000))
  it('would leave each of them behind otherwise', async () => expect(await leftBytes('String')).toBeGreaterThan(2_000_000))
})
