import { tmpdir } from 'node:os'
import { execPath } from 'node:process'
import { describe, expect, it } from 'vitest'
import { runForeground } from './run-foreground.mjs'

const run = (script: string, ...args: string[]) => runForeground(execPath, ['-e', script, ...args], { cwd: tmpdir(), env: {} })

describe('runForeground', () => {
  it('ends with the exit code of the command', async () => {
    expect(await run('process.exit(2)')).toBe(2)
  })

  it('passes arguments exactly', async () => {
    const expected = ['--channel', 'a b', '', '中文', '"*"']
    expect(
      await run(
        `process.exit(JSON.stringify(process.argv.slice(1)) === ${JSON.stringify(JSON.stringify(expected))} ? 0 : 1)`,
        '--',
        ...expected,
      ),
    ).toBe(0)
  })

  it('passes a signal on once, however many copies arrive', async () => {
    const countSignals = `
      let count = 0
      process.on('SIGTERM', () => { count += 1 })
      process.kill(process.ppid, 'SIGTERM')
      process.kill(process.ppid, 'SIGTERM')
      const started = Date.now()
      const timer = setInterval(() => { if (count > 0 && Date.now() - started > 200) { clearInterval(timer); process.exit(count) } }, 10)
    `
    expect(await run(countSignals)).toBe(1)
  })

  it('reports the end by a signal as shells do', async () => {
    expect(await run(`process.kill(process.pid, 'SIGKILL')`)).toBe(137)
  })

  it('throws when there is no such command', async () => {
    await expect(runForeground('/nowhere/command', [], { cwd: tmpdir(), env: {} })).rejects.toThrow('ENOENT')
  })
})
