import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const readExisting = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The signing secret kept in `path`, made on first use and readable by its owner alone. */
export const readOrCreateSecret = (path: string): string => {
  const existing = readExisting(path)
  if (existing) return existing
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another process made it between our two looks.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readOrCreateSecret(path)
}
