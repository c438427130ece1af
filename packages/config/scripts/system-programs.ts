import { spawnSync } from 'node:child_process'
import { getuid } from 'node:process'
import { findProgram } from './find-program.ts'
import { workspaceEnvironment } from './workspace.mjs'

/** A program the tests need that npm does not bring: how to find it, and what Debian calls it. */
type SystemProgram = { name: string; variable: string | null; find: () => string | null; debianPackages: readonly string[] }

/** A Chromium, or whatever CHROMIUM names. */
export const chromium: SystemProgram = {
  name: 'Chromium',
  variable: 'CHROMIUM',
  find: () =>
    workspaceEnvironment()['CHROMIUM'] ??
    findProgram(
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
      ['/Applications/{Chromium,Google Chrome}.app/Contents/MacOS/{Chromium,Google Chrome}'],
    ),
  debianPackages: ['chromium', 'fonts-noto-cjk'],
}

/** PostgreSQL's initdb; the server lies beside it. */
export const postgresInitdb: SystemProgram = {
  name: 'PostgreSQL',
  variable: null,
  find: () => findProgram(['initdb'], ['/usr/lib/postgresql/*/bin/initdb', '/opt/homebrew/opt/postgresql@*/bin/initdb']),
  debianPackages: ['postgresql'],
}

/** The program's path; installs it where that is possible, and throws with what to do where it is not. */
export const ensureSystemProgram = ({ name, variable, find, debianPackages }: SystemProgram): string => {
  const found = find()
  if (found !== null) return found
  const apt = findProgram(['apt-get'])
  if (apt !== null && getuid?.() === 0) {
    process.stdout.write(`→ 安装 Installing ${debianPackages.join(' ')}\n`)
    installDebianPackages(apt, debianPackages)
  }
  const installed = find()
  if (installed !== null) return installed
  const commands = `Debian/Ubuntu: sudo apt-get install -y ${debianPackages.join(' ')}`
  const hint = variable === null ? '' : `；或用 ${variable} 指明路径 or set ${variable} to its path`
  throw new Error(`缺少 ${name}，请先安装。${name} is missing, install it first. ${commands}${hint}`)
}

const installDebianPackages = (apt: string, packages: readonly string[]): void => {
  const options = {
    env: workspaceEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }),
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
  }
  spawnSync(apt, ['update'], options)
  spawnSync(apt, ['install', '-y', '--no-install-recommends', ...packages], options)
}
