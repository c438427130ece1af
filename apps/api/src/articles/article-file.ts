import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { createBodyFile, type FiledBody } from '@gazette/byte-cache/body-file'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
import type { ReadyArticles } from './ready-articles.ts'

/** Of a million articles of 2 kB nearly all. */
const maximumBytes = 2 * 1024 ** 3
const batchSize = 50
/** Rest after work, as a multiple of it: copying takes a tenth of the thread that serves readers. */
const restShare = 9

/**
 * Copies of ready articles in a file of this process, for the same short way on both databases, several times as fast as asking one.
 * As exact as everything else a process has kept: what changes is dropped as the change log says, and copied again.
 */
export type ArticleFile = Droppable & {
  find(id: string): FiledBody | undefined
  /** Copies some of the articles that are ready. */
  copy(ids: readonly string[]): Promise<void>
  /** Copies all that are ready, at a pace that leaves the thread to its readers. @throws an AbortError when `signal` ends it */
  copyAll(signal: AbortSignal): Promise<void>
  /** Whether all have to be copied, for the first time or because all were dropped. */
  isEmpty(): boolean
  close(): Promise<void>
}

/** @param directory where the file takes its room */
export const createArticleFile = (directory: string, readyArticles: Pick<ReadyArticles, 'findAll' | 'listAfter'>): ArticleFile => {
  const file = createBodyFile({ directory, maximumBytes })
  let isEmpty = true

  /** @returns the id of the last one */
  const copyThose = async (read: () => Promise<{ id: string; body: Buffer | null }[]>): Promise<string | undefined> => {
    const filling = file.fill()
    try {
      const articles = await read()
      for (const { id, body } of articles) if (body) filling.put(dependencies.article(id), body)
      return articles.at(-1)?.id
    } finally {
      await filling.end()
    }
  }

  const dropAll = (): void => {
    file.dropAll()
    isEmpty = true
  }

  return {
    find: (id) => file.find(dependencies.article(id)),
    async copy(ids) {
      if (ids.length > 0) await copyThose(() => readyArticles.findAll(ids))
    },
    async copyAll(signal) {
      isEmpty = false
      try {
        let last: string | undefined = ''
        while (last !== undefined && !isEmpty) {
          const began = performance.now()
          const after: string = last
          last = await copyThose(() => readyArticles.listAfter(after, batchSize))
          await delay(restShare * (performance.now() - began), undefined, { signal, ref: false })
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
