import { writev } from 'node:fs'
import { setImmediate as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Room, WrittenRecord } from '@gazette/byte-cache/body-file'
import { toRecord } from '@gazette/byte-cache/body-record'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { ReadyArticles } from './ready-articles.ts'

/** Where to: `length` bytes at a position of the file. */
export type CopyRoom = Pick<Room, 'position' | 'length'>

/** What to copy next: articles from behind an id. */
export type CopyRequest = CopyRoom & { after: string }

/** What was copied, up to the article `last`; null where there was none. */
export type Copied = { last: string | null; records: WrittenRecord[] }

const batchSize = 100
const write = promisify(writev)

/** The key under which the copy of an article is found. */
export const copyKey = dependencies.article

/** Copies articles into an open file, as many as there is room for; those without a body, or larger than all of it, are passed over. */
export const copyArticles = async (
  articles: readonly { id: string; body: Buffer | null }[],
  file: number,
  { position, length }: CopyRoom,
): Promise<Copied> => {
  const bytes: Buffer[] = []
  const records: WrittenRecord[] = []
  let used = 0
  let last: string | null = null
  for (const { id, body } of articles) {
    const record = body && toRecord(copyKey(id), body)
    if (record && record.lengthWithForms <= length) {
      if (used + record.lengthWithForms > length) break
      records.push({ key: copyKey(id), start: used, length: record.length, lengthWithForms: record.lengthWithForms })
      bytes.push(...record.bytes)
      used += record.lengthWithForms
    }
    last = id
    // Compressing takes a sixth of a millisecond for each: others have their turn between, where there are any.
    await pause()
  }
  const { bytesWritten } = used > 0 ? await write(file, bytes, position) : { bytesWritten: 0 }
  if (bytesWritten !== used) throw new Error(`Only ${bytesWritten} of ${used} bytes could be written.`)
  return { last, records }
}

/** Copies the next articles that are ready. */
export const copyNext = async (
  readyArticles: Pick<ReadyArticles, 'listAfter'>,
  file: number,
  { after, ...room }: CopyRequest,
): Promise<Copied> => copyArticles(await readyArticles.listAfter(after, batchSize), file, room)
