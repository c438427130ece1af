import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { LastGood } from '@gazette/byte-cache/byte-cache'
import { z } from 'zod'

/**
 * `signature` is what the pages were made by: another build has other style sheets. `cursor` is how far the change log had been
 * read: all of it has been done to the pages.
 */
const Origin = z.object({ signature: z.string(), cursor: z.string().optional() })
export type Origin = z.infer<typeof Origin>

const Line = z.object({
  key: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  dependencies: z.array(z.string()),
  goodUntil: z.number(),
})

/** Pages alone: files are there anyway, and what readers searched for or reported is nobody's business. */
const isKept = ({ key }: LastGood): boolean => /^\/[^?]*(\?page=\d+)?$/.test(key)

// Line separators of Unicode stand in JSON as they are, and end a line for whoever reads lines.
const toLine = (value: unknown): string => `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`

function* toLines(origin: Origin, pages: Iterable<LastGood>): Generator<string> {
  yield toLine(origin)
  for (const page of pages) if (isKept(page)) yield toLine({ ...page, body: page.body.toString() })
}

/** Writes pages to a file, whole or not at all; several processes may share it. */
export const savePages = async (file: string, origin: Origin, pages: Iterable<LastGood>): Promise<void> => {
  const unfinished = `${file}.${process.pid}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await pipeline(Readable.from(toLines(origin, pages)), createWriteStream(unfinished))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** @returns the build of Next in `folder`: each has a name of its own */
export const readBuild = (folder: string): string => readFileSync(join(folder, '.next', 'BUILD_ID'), 'utf8')

/**
 * Reads what `savePages` wrote under the same signature; nothing where there is nothing.
 * @returns how many pages that were, and how far the change log had been read
 */
export const loadPages = async (
  file: string,
  signature: string,
  restore: (page: LastGood) => void,
): Promise<{ count: number; cursor: string | undefined }> => {
  let origin: Origin | undefined
  let count = 0
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const value: unknown = JSON.parse(line)
      if (origin) {
        restore(Line.parse(value))
        count += 1
      } else {
        origin = Origin.parse(value)
        // Without its pages there is nothing that the log since then would change.
        if (origin.signature !== signature) return { count, cursor: undefined }
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return { count, cursor: origin?.cursor }
}
