import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

const script = `
  const { openLog } = await import(process.argv[1])
  const log = openLog()
  for (const line of ['one', 'two']) log.write(line + '\\n')
  if (process.argv[2] === 'fails') throw new Error('nobody handles this')
  if (process.argv[2] === 'stops') process.exit()
`

describe('openLog', () => {
  it.each(['ends', 'fails', 'stops'])('has written every line once the process %s', async (way) => {
    const log = new URL('open-log.ts', import.meta.url).href
    const { stdout } = spawn(process.execPath, ['--input-type=module', '--eval', script, log, way], { stdio: ['ignore', 'pipe', 'ignore'] })
    expect(await text(stdout)).toBe('one\ntwo\n')
  })
})
