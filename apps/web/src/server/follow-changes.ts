import { newestChange } from '@gazette/schema/article-query'
import type { Change } from '@gazette/schema/change'
import { dependencies, dependenciesOfChange } from '@gazette/schema/change-dependencies'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'

type FollowedCache = {
  drop(dependencies: Iterable<string>): number
  forget(dependencies: Iterable<string>): number
  dropAll(): void
  forgetAll(): void
}

export type FollowOptions = {
  /** In the order they are told: what is made of others comes after them. */
  caches: readonly FollowedCache[]
  /** Waits for changes after `cursor` and answers with them. */
  read: (cursor: string) => Promise<{ data: Change[]; page: { next: string } }>
  /** Resolves after that long, earlier when the signal aborts. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  now: () => number
  signal: AbortSignal
  onState?: (state: 'following' | 'lost') => void
}

const retryMilliseconds = 500
/** After that long without the log nothing counts as fresh. */
const graceMilliseconds = 3000

const applyChange = (cache: FollowedCache, change: Change): void => {
  // What was removed must not come back as a stand-in when the API fails.
  if (change.type === 'article.removed' && change.articleId) cache.forget([dependencies.article(change.articleId)])
  cache.drop(dependenciesOfChange(change))
}

/** Whether the log is being followed: only then is a page fresh until a change says otherwise. */
export class ChangeFollower {
  isFollowing = false
  #cursor: string | undefined
  #lostAt: number | undefined
  readonly #options: FollowOptions

  constructor(options: FollowOptions) {
    this.#options = options
  }

  /** Up to where the log has been read; undefined before the first answer. */
  get cursor(): string | undefined {
    return this.#cursor
  }

  /**
   * Follows until the signal aborts; never rejects.
   * @param cursor where an earlier process stopped, if the caches hold nothing that is older; without it the log is followed from
   * its end, and what the caches hold is forgotten when that is known: the log may say that it must not be seen again
   */
  async run(cursor?: string): Promise<void> {
    const { signal, wait } = this.#options
    this.#cursor = cursor
    while (!signal.aborted) {
      try {
        await this.#step()
      } catch (error) {
        if (signal.aborted) return
        this.#lose(error)
        await wait(retryMilliseconds, signal)
      }
    }
  }

  async #step(): Promise<void> {
    const { data, page } = await this.#options.read(this.#cursor ?? newestChange)
    if (this.#cursor === undefined) for (const cache of this.#options.caches) cache.forgetAll()
    for (const change of data) for (const cache of this.#options.caches) applyChange(cache, change)
    this.#cursor = page.next
    this.#lostAt = undefined
    // Only an answer with nothing more to tell says that the log has been read to its end.
    if (!this.isFollowing && data.length === 0) {
      this.isFollowing = true
      this.#options.onState?.('following')
    }
  }

  #lose(error: unknown): void {
    // A position the log does not know: another database, another key. It is followed from its end.
    if (error instanceof ApiUnavailable && error.status === 400) this.#cursor = undefined
    const at = this.#options.now()
    this.#lostAt ??= at
    const isLost = this.#cursor === undefined || at - this.#lostAt >= graceMilliseconds
    if (!this.isFollowing || !isLost) return
    this.isFollowing = false
    for (const cache of this.#options.caches) cache.dropAll()
    this.#options.onState?.('lost')
  }
}
