import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository as the checks see it: what files there are (paths from the root, with `/`), and their text. */
export type Repository = {
  files: readonly string[]
  read: (file: string) => string
  exists: (path: string) => boolean
}

/** One thing that is wrong: where, and what to do about it. `line` counts from 1. */
export type Violation = { file: string; line: number; message: string }

const ignoredFolders = new Set(['node_modules', 'build', 'dist', 'data', 'coverage', 'test-results', 'playwright-report'])

/** Opens the folder `root` for the checks. Hidden folders, dependencies and generated folders are left out. */
export const openRepository = (root: string): Repository => ({
  files: listFiles(root, ''),
  read: (file) => readFileSync(join(root, file), 'utf8'),
  exists: (path) => existsSync(join(root, path)),
})

const listFiles = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name.startsWith('.') || ignoredFolders.has(entry.name) ? [] : listFiles(root, path)
    return entry.isFile() ? [path] : []
  })

/** The number of the line (from 1) that holds the character at `offset`. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
