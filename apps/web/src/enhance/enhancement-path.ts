import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the build puts the script. */
export const enhancementFile = fileURLToPath(new URL('../../build/enhancement.js', import.meta.url))

/** The address the script is served at; it names the content, so it may be kept for ever. */
export const enhancementPath = (): string =>
  `/assets/enhancement.${createHash('sha256').update(readFileSync(enhancementFile)).digest('hex').slice(0, 12)}.js`
