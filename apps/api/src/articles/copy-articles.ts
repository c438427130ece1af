import { writev } from 'node:fs'
import { promisify } from 'node:util'
import type { WrittenRecord } from '@gazette/byte-cache/body-file'
import { toRecord } from '@gazette/byte-cache/body-record'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { ReadyArticles } from './ready-articles.ts'

/** What to copy next: articles from behind an id, into `length` bytes at a position of the file. */
export type CopyRequest = { after: string; position: number; length: number }

/** What was copied, up to the article `last`; null behind the last of all. */
export type Copied = { last: string | null; records: WrittenRecord[] }

const batchSize = 100
const write = promisify(writev)

/** The key under which the copy of an article is found. */
export const copyKey = dependencies.article

/** Copies the next articles that are ready into an open file; one that is larger than the whole room is left out. */
export const copyArticles = async (
  readyArticles: Pick<ReadyArticles, 'listAfter'>,
  file: number,
  { after, position, length }: CopyRequest,
): Promise<Copied> => {
  const bytes: Buffer[] = []
  const records: WrittenRecord[] = []
  let used = 0
  let last: string | null = null
  for (const { id, body } of await readyArticles.listAfter(after, batchSize)) {
    const record = body && toRecord(copyKey(id), body)
    if (record && record.length <= length) {
      if (used + record.length > length) break
      records.push({ key: copyKey(id), start: used, length: record.length })
      bytes.push(record)
      used += record.length
    }
    last = id
  }
  const { bytesWritten } = used > 0 ? await write(file, bytes, position) : { bytesWritten: 0 }
  if (bytesWritten !== used) throw new Error(`Only ${bytesWritten} of ${used} bytes could be written.`)
  return { last, records }
}
