import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runForeground } from './run-foreground.mjs'
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace.mjs'

const stampFile = join(workspaceRoot, 'node_modules', '.gazette-install')

/** Installs the pinned Node and every package, unless what is installed already is what the lock file asks for. */
export const installWorkspace = async () => {
  const wanted = installFingerprint()
  if (existsSync(workspaceNode) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  process.stderr.write('→ 安装依赖 Installing packages\n')
  const exitCode = await runForeground('npx', ['-y', `pnpm@${pinnedPnpm()}`, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: workspaceRoot,
    // Without CI, pnpm stops to ask before it replaces a stale node_modules.
    env: workspaceEnvironment({ CI: 'true', npm_config_loglevel: 'error' }),
    stdout: 'stderr',
  })
  if (exitCode !== 0 || !existsSync(workspaceNode)) {
    throw new Error(
      `安装失败（退出码 ${exitCode}），原因见上；多半是网络或 npm 镜像设置。\n` +
        `Installing failed (exit code ${exitCode}), the reason is above; most often the network or npm's registry setting.`,
    )
  }
  writeFileSync(stampFile, wanted)
}

/**
 * The version of pnpm that `packageManager` names.
 *
 * @returns {string}
 */
const pinnedPnpm = () => {
  const manifest = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8'))
  return manifest.packageManager.replace('pnpm@', '')
}

/** A hash of everything that decides what gets installed. */
const installFingerprint = () => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...memberManifests()]) {
    hash.update(`\n${file}\n`).update(readFileSync(join(workspaceRoot, file)))
  }
  return hash.digest('hex')
}

/** The package.json of every member, relative to the root. */
const memberManifests = () =>
  ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(workspaceRoot, folder))
      .map((name) => join(folder, name, 'package.json'))
      .filter((file) => existsSync(join(workspaceRoot, file)))
      .sort(),
  )
