import { accessSync, constants, globSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { workspaceEnvironment } from './workspace.mjs'

/**
 * The first of the names that is on PATH, then the last file that one of the globs finds (so the newest version), or null.
 * Links are followed: a program's companions lie beside the file, not beside a link to it.
 */
export const findProgram = (names: readonly string[], globs: readonly string[] = []): string | null => {
  const folders = (workspaceEnvironment()['PATH'] ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const elsewhere = globs.flatMap((glob) => globSync(glob).sort(compareNumbers).reverse())
  const found = [...onPath, ...elsewhere].find(isExecutable)
  return found === undefined ? null : realpathSync(found)
}

const compareNumbers = new Intl.Collator('en', { numeric: true }).compare

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
