import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

/** An empty project that the packed client was installed into, as a stranger would do it. */
export type ForeignProject = AsyncDisposable & {
  /** Paths of the package's files, as npm packed them. */
  readonly packedFiles: readonly string[]
  /** Text of a file below the project's folder. */
  read(path: string): Promise<string>
  write(path: string, text: string): Promise<void>
  /** What a script prints. @throws {Error} with its error output when it fails */
  runNode(...args: string[]): Promise<string>
  /** Type-checks files strictly, declarations of packages included. @throws {Error} whose `stdout` lists what is wrong */
  checkTypes(module: 'nodenext' | 'esnext', ...files: string[]): Promise<void>
}

/** Packs the client, which builds it, and installs it without a network. */
export const createForeignProject = async (): Promise<ForeignProject> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-client-'))
  const packed = await execute('npm', ['pack', '--json', '--pack-destination', folder], { cwd: packageFolder })
  const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }]
  await writeFile(join(folder, 'package.json'), '{ "name": "stranger", "private": true }\n')
  await execute('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder })
  const resolution = { nodenext: ['--module', 'nodenext'], esnext: ['--module', 'esnext', '--moduleResolution', 'bundler'] }
  return {
    packedFiles: files.map(({ path }) => path),
    read: (path) => readFile(join(folder, path), 'utf8'),
    write: (path, text) => writeFile(join(folder, path), text),
    runNode: async (...args) => (await execute(process.execPath, args, { cwd: folder })).stdout,
    checkTypes: async (module, ...checked) => {
      const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false']
      const platform = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable,dom.asynciterable', '--types', '']
      await execute(process.execPath, [compiler, ...options, ...platform, ...resolution[module], ...checked], { cwd: folder })
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
