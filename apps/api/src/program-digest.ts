import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folders = [new URL('./', import.meta.url), new URL('.', import.meta.resolve('@gazette/schema/article'))].map((url) =>
  fileURLToPath(url),
)

const readSources = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true })
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()
  return Promise.all(sources.map(async (name) => `${name}\n${await readFile(join(folder, name), 'utf8')}`))
}

const digestSources = async (): Promise<string> => {
  const texts = await Promise.all(folders.map(readSources))
  return createHash('sha256').update(texts.flat().join('\n')).digest('base64url').slice(0, 16)
}

let known: Promise<string> | undefined

/** Tells one state of this program from another: what a different one made of the same data may differ. */
export const readProgramDigest = (): Promise<string> => {
  known ??= digestSources()
  return known
}
