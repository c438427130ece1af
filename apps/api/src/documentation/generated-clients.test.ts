import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildTestApp } from '../testing/build-test-app.ts'

const api = fileURLToPath(new URL('../../', import.meta.url))
const document = join(api, 'openapi', 'openapi.json')
const { resolve } = createRequire(import.meta.url)
const run = promisify(execFile)
const environment = { DO_NOT_TRACK: '1', NO_COLOR: '1' }

/** Runs the command a package brings. */
const runTool = (name: string, file: string, args: readonly string[], folder: string) =>
  run(process.execPath, [join(dirname(resolve(`${name}/package.json`)), file), ...args], { cwd: folder, env: environment })

const compilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noEmit: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
}

/** A folder with the programs of `fixtures/generated-clients`, where generators may write. */
const createProject = async (server: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-clients-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(join(api, 'fixtures', 'generated-clients'), folder, { recursive: true })
  await mkdir(join(folder, 'generated'))
  await symlink(join(api, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const orval = { input: document, output: { target: 'generated/orval.ts', client: 'fetch', baseUrl: server } }
  await writeFile(join(folder, 'orval.config.mjs'), `export default ${JSON.stringify({ gazette: orval })}`)
  return folder
}

describe('clients generated from the committed document', () => {
  it('compile under strict TypeScript and read the API: openapi-typescript, Hey API and Orval', async () => {
    const { app, insertExamples } = await buildTestApp({ engine: 'sqlite' })
    await insertExamples('moved-from-legacy-address', 'withdrawn')
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    const folder = await createProject(origin)
    await runTool('openapi-typescript', 'bin/cli.js', [document, '-o', 'generated/schema.ts'], folder)
    await runTool('@hey-api/openapi-ts', 'bin/run.js', ['-i', document, '-o', 'generated/hey', '--silent'], folder)
    await runTool('orval', 'dist/bin/orval.mjs', ['--config', 'orval.config.mjs'], folder)
    const { stdout } = await runTool('typescript', 'bin/tsc', ['-p', '.'], folder).catch((error: { stdout: string }) => error)
    expect(stdout).toBe('')
    for (const generator of ['openapi-typescript', 'hey-api', 'orval']) {
      const { read } = await import(pathToFileURL(join(folder, `${generator}.ts`)).href)
      expect(await read(origin), generator).toMatchObject({
        total: 1,
        next: null,
        titles: [expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/\p{Script=Han}/u)],
        credit: null,
        blocks: expect.arrayContaining(['paragraph', 'callout']),
        problem: 'article-not-found',
      })
    }
  })
})
