import type { RequestOptions, Settings } from './client-options.ts'
import type { Change, ChangeList } from './contract/change.ts'
import { isPassing } from './errors.ts'
import { retryDelayMilliseconds } from './retry-delay.ts'
import type { Transport } from './transport.ts'

const waitSecondsDefault = 25
const pauseMilliseconds = 1000

/** Changes in the order they were committed, and where to continue after them. */
export type ChangeBatch = { changes: Change[]; cursor: string }

export type FollowOptions = RequestOptions & {
  /** The cursor of the last batch that was dealt with; `now` for what happens from now on; from the beginning when absent. */
  cursor?: string | undefined
  /** Changes in a batch, at most 100. */
  limit?: number | undefined
  /** How long the API holds a request open when nothing happens, at most 30; 25 when absent. */
  waitSeconds?: number | undefined
  /** Told of each failure that will be tried again, for logs. */
  onInterruption?: ((error: unknown) => void) | undefined
}

/** `/v1/changes`. */
export type ChangeMethods = {
  /** What happened after `cursor`. `page.next` is where to continue, also when nothing is there yet. */
  list(
    query?: { cursor?: string | undefined; limit?: number | undefined; wait?: number | undefined },
    options?: RequestOptions,
  ): Promise<ChangeList>
  /**
   * Every change, for ever, soon after it happens: nothing is skipped and nothing comes twice as long as the caller keeps
   * `cursor` once a batch is dealt with and starts from it again. Outages are sat out; only `signal` ends it, or an
   * answer that time will not mend, such as `invalid-cursor`.
   */
  follow(options?: FollowOptions): AsyncGenerator<ChangeBatch, never, undefined>
}

export const createChangeMethods = ({ get }: Transport, { timeoutMilliseconds, now, random, sleep }: Settings): ChangeMethods => {
  const list: ChangeMethods['list'] = (query = {}, options = {}) =>
    get('v1/changes', query, {
      signal: options.signal,
      timeoutMilliseconds: (options.timeoutMilliseconds ?? timeoutMilliseconds) + (query.wait ?? 0) * 1000,
    })

  return {
    list,
    async *follow({ cursor, limit, waitSeconds = waitSecondsDefault, onInterruption, ...request } = {}) {
      const { signal } = request
      let position = cursor
      for (let failures = 0; ; ) {
        signal?.throwIfAborted()
        const askedAt = now()
        try {
          const { data, page } = await list({ cursor: position, limit, wait: waitSeconds }, request)
          failures = 0
          position = page.next
          if (data.length > 0) yield { changes: data, cursor: page.next }
          // A proxy may cut the wait short; without a pause that would become a busy loop.
          else if (now() - askedAt < pauseMilliseconds) await sleep(pauseMilliseconds, signal)
        } catch (error) {
          if (signal?.aborted || !isPassing(error)) throw error
          failures += 1
          onInterruption?.(error)
          await sleep(retryDelayMilliseconds(failures + 1, null, random()), signal)
        }
      }
    },
  }
}
