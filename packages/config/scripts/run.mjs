import { join } from 'node:path'
import { installWorkspace } from './install-workspace.mjs'
import { runForeground } from './run-foreground.mjs'
import { apiFlags, callerFolder, stopWithParent, workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace.mjs'

/**
 * Behind every `npm run`: started by whatever Node the machine has, it installs what is missing and hands over to the
 * pinned Node. It prints nothing of its own to stdout and ends with the command's exit code.
 */

const scripts = join('packages', 'config', 'scripts')

/** What each command runs, relative to the root. */
const entries = {
  start: join(scripts, 'start.ts'),
  dev: join(scripts, 'dev.ts'),
  build: join(scripts, 'build.ts'),
  check: join(scripts, 'check.ts'),
  test: join(scripts, 'test.ts'),
  'test:fresh': join(scripts, 'test-fresh.ts'),
  'start:api': join('apps', 'api', 'src', 'start.mjs'),
  'start:web': join('apps', 'web', 'src', 'server', 'start.mjs'),
  bench: join('apps', 'api', 'bench', 'run-bench.ts'),
  gazette: join('apps', 'api', 'src', 'cli', 'gazette.ts'),
}

/**
 * @param {string | undefined} command
 * @returns {command is keyof typeof entries}
 */
const isCommand = (command) => command !== undefined && Object.hasOwn(entries, command)

const [command, ...args] = process.argv.slice(2)
const nodeMajor = Number.parseInt(process.versions.node, 10)
try {
  if (!isCommand(command)) throw new Error(`usage: node run.mjs ${Object.keys(entries).join('|')}`)
  if (nodeMajor < 20) throw new Error(`需要 Node.js 20 或更高版本。Node.js 20 or newer is needed, this is ${process.versions.node}.`)
  await installWorkspace()
  const flags = ['--import', stopWithParent, ...(command === 'start:api' ? apiFlags : [])]
  process.exitCode = await runForeground(workspaceNode, [...flags, join(workspaceRoot, entries[command]), ...args], {
    cwd: command === 'gazette' ? callerFolder : workspaceRoot,
    env: workspaceEnvironment(),
    channel: true,
  })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
