import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('./testing-shapes.ts', import.meta.url))

/** Whether what was compiled for objects of a kind is still good when all of them but the kept ones were collected. */
const isStillCompiled = async (kind: string, keeps: 'keeping' | 'not keeping'): Promise<boolean> => {
  const flags = ['--allow-natives-syntax', '--expose-gc']
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program, kind, keeps])
  return JSON.parse(stdout)
}

const kinds = ['tick', 'exchange', 'exchange of a second kind', 'exchange of the hundredth kind', 'object']

describe.each(kinds)('what V8 compiled for the objects of one %s', (kind) => {
  it('stays good while one is kept', async () => expect(await isStillCompiled(kind, 'keeping')).toBe(true))
  it('would be thrown away with the last one otherwise', async () => expect(await isStillCompiled(kind, 'not keeping')).toBe(false))
})
