import { createBodyFile, type FiledBody } from '@gazette/byte-cache/body-file'
import type { ContentCoding } from '@gazette/byte-cache/choose-encoding'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
import { type Copied, type CopyRequest, type CopyRoom, copyArticles, copyKey } from './copy-articles.ts'
import type { ReadyArticles } from './ready-articles.ts'

/** Of half a million articles of 4 kB all, with their compressed forms. */
const maximumBytes = 4 * 1024 ** 3
/** Lent for a batch of articles: of a hundred of 7 kB each, with their compressed forms, none has to be read again for the next. */
const roomBytes = 1024 * 1024

/**
 * Copies of ready articles in a file of this process, for the same short way on both databases, several times as fast as asking one.
 * As exact as everything else a process has kept: what changes is dropped as the change log says, and copied again.
 */
export type ArticleFile = Droppable & {
  /** To be inherited by the process that copies. */
  readonly descriptor: number
  find(id: string, coding?: ContentCoding): FiledBody | undefined
  /** The bytes that were found last are not needed any more. */
  release(bytes: Buffer): void
  /** Copies some of the articles that are ready. */
  copy(ids: readonly string[]): Promise<void>
  /** Has all that are ready copied, batch by batch. @param copyNext has one written, by the function of this name */
  copyAll(copyNext: (request: CopyRequest) => Promise<Copied>): Promise<void>
  /** Whether all have to be copied, for the first time or because all were dropped. */
  isEmpty(): boolean
  close(): Promise<void>
}

/** @param directory where the file takes its room */
export const createArticleFile = (directory: string, readyArticles: Pick<ReadyArticles, 'findAll'>): ArticleFile => {
  const file = createBodyFile({ directory, maximumBytes })
  let isEmpty = true

  const copyInto = async (copy: (room: CopyRoom) => Promise<Copied>): Promise<string | null> => {
    const room = file.lend(roomBytes)
    let copied: Copied = { last: null, records: [] }
    try {
      copied = await copy(room)
    } finally {
      room.take(copied.records)
    }
    return copied.last
  }

  const dropAll = (): void => {
    file.dropAll()
    isEmpty = true
  }

  return {
    descriptor: file.descriptor,
    find: (id, coding) => file.find(copyKey(id), coding),
    release: file.release.bind(file),
    async copy(ids) {
      if (ids.length > 0) await copyInto(async (room) => copyArticles(await readyArticles.findAll(ids), file.descriptor, room))
    },
    async copyAll(copyNext) {
      isEmpty = false
      try {
        let last: string | null = ''
        while (last !== null && !isEmpty) {
          const after: string = last
          last = await copyInto(({ position, length }) => copyNext({ after, position, length }))
        }
      } catch (error) {
        isEmpty = true
        throw error
      }
    },
    isEmpty: () => isEmpty,
    drop(changed) {
      if (changed.includes(dependencies.channels)) dropAll()
      else for (const dependency of changed) file.drop(dependency)
    },
    dropAll,
    close: file.close.bind(file),
  }
}
