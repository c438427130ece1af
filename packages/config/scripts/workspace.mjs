import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the repository's root folder. */
export const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url))

/** The Node that package.json pins (from the `node` package), present once the packages are installed. */
export const workspaceNode = join(workspaceRoot, 'node_modules', 'node', 'bin', 'node')

/** What Node preloads into a server so that it does not outlive the process that started it. */
export const stopWithParent = fileURLToPath(new URL('stop-with-parent.mjs', import.meta.url))

/**
 * What Node is given before the script of the API; it cannot be said later, in the script (decision 0018). New objects have 8 MB, which
 * hold several exchanges of every connection: of 1 MB a connection's last exchange survives, is kept with what is old, and the
 * collection of that holds up everybody. So little survives that sharing the work of collecting them costs more than the work.
 */
export const apiFlags = ['--max-semi-space-size=8', '--no-parallel-scavenge']

/** The folder npm was called in: relative arguments of a command mean files there, although npm itself changes to the root. */
export const callerFolder = process.env['INIT_CWD'] ?? process.cwd()

/**
 * The environment every command of the workspace runs in: its own Node and tools first on PATH, nothing reports home,
 * and the data folder is the same whatever folder a command is called from.
 *
 * @param {NodeJS.ProcessEnv} [overrides] variables that win over the caller's
 * @returns {NodeJS.ProcessEnv}
 */
export const workspaceEnvironment = (overrides = {}) => {
  const caller = { ...process.env, ...overrides }
  return {
    ...caller,
    PATH: [join(workspaceRoot, 'node_modules', '.bin'), caller['PATH'] ?? ''].join(delimiter),
    DATABASE_URL: absoluteDatabaseUrl(caller['DATABASE_URL'] || 'file:data/gazette.db'),
    MEDIA_DIR: resolve(workspaceRoot, caller['MEDIA_DIR'] || 'data/media'),
    SEARCH_DIR: resolve(workspaceRoot, caller['SEARCH_DIR'] || 'data/search'),
    PAGES_DIR: resolve(workspaceRoot, caller['PAGES_DIR'] || 'data/pages'),
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  }
}

/**
 * @param {string} url
 * @returns {string}
 */
const absoluteDatabaseUrl = (url) => {
  const file = /^file:(?!\/\/)(.+)$/.exec(url)?.[1]
  return file === undefined || isAbsolute(file) ? url : `file:${resolve(workspaceRoot, file)}`
}
