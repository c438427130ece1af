import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createToken } from '../accounts/token-records.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { exampleSituations } from './example-requests.ts'
import { readGuides } from './guides.ts'

const run = promisify(execFile)
const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).status === 0

type Runner = { program: string; file: string; args: readonly string[]; isThere: boolean }

/** What runs each language. Node is always there; a shell with curl and Python only on some machines. */
const runners: Record<string, Runner> = {
  ts: { program: process.execPath, file: 'snippet.ts', args: [], isThere: true },
  sh: { program: 'sh', file: 'snippet.sh', args: ['-e'], isThere: hasProgram('curl') },
  python: { program: 'python3', file: 'snippet.py', args: [], isThere: hasProgram('python3') },
}

const snippetsOf = (markdown: string) =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }))

const findFreePort = async (): Promise<number> => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  await promisify(server.close.bind(server))()
  return typeof address === 'object' && address ? address.port : 0
}

/** The API at a free port, and a token of its own. */
const startApi = async (): Promise<{ apiUrl: string; token: string }> => {
  const port = await findFreePort()
  const apiUrl = `http://127.0.0.1:${port}`
  // Links lead where the API says it is.
  const { app, insertExamples, publishing } = await buildTestApp({ engine: 'sqlite', apiUrl })
  await insertExamples(...exampleSituations)
  const { token } = await publishing.write((writing) => createToken(writing, { name: 'snippets', role: 'reader', expiresAt: null }))
  await app.listen({ host: '127.0.0.1', port })
  return { apiUrl, token }
}

const runSnippet = async ({ program, file, args }: Runner, code: string, token: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-snippet-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, file), code)
  const { stdout } = await run('env', [`GAZETTE_TOKEN=${token}`, program, ...args, file], { cwd: folder, timeout: 20_000 })
  return stdout
}

const written = readGuides('https://api.example.gov.cn')

describe('the snippets of the guides', () => {
  it('are there in all three languages in every guide', () => {
    for (const { name, markdown } of written)
      expect(new Set(snippetsOf(markdown).map(({ language }) => language)), name).toEqual(new Set(['ts', 'sh', 'python']))
  })

  it.each(Object.keys(runners).filter((language) => runners[language]?.isThere))('run and say something: %s', async (language) => {
    const runner = runners[language]
    const { apiUrl, token } = await startApi()
    const guides = readGuides(apiUrl)
    if (!runner) throw new Error('no such language')
    for (const { name, markdown } of guides)
      for (const { code } of snippetsOf(markdown).filter((snippet) => snippet.language === language))
        expect((await runSnippet(runner, code, token)).trim(), `${name}: ${code}`).not.toBe('')
  })
})
