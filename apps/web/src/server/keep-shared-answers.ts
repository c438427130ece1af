import type { ByteCache } from '@gazette/byte-cache/byte-cache'
import { headersOf, type MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { z } from 'zod'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { ApiResponse, Ask } from '../content-api/ask-api.ts'
import { dependenciesOf, isStandIn } from '../content-api/read-json.ts'

/** What stands on many pages: the site itself, its channels, what is pinned, and the lists of the home page. */
const isShared = (path: string): boolean =>
  /^\/v1\/(site|channels|placements(\?channel=[^&]+)?|articles\?(channel=[^&]+&)?limit=\d+)$/.test(path)

const Ending = z.object({ data: z.array(z.object({ until: z.string().nullable() })) })

/** What is pinned until a moment ends by itself, and no change tells of it. */
const lifetimeOf = (path: string, body: Buffer, now: number): { lifetimeSeconds?: number } => {
  if (!path.startsWith('/v1/placements')) return {}
  const { data } = Ending.parse(JSON.parse(body.toString()))
  const end = Math.min(...data.map(({ until }) => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until))))
  return Number.isFinite(end) ? { lifetimeSeconds: (end - now) / 1000 } : {}
}

const kept = ['content-type', 'cache-tag', 'cache-control']

const toMade = (response: ApiResponse, path: string, now: number): MadeAnswer => ({
  status: response.status,
  headers: Object.fromEntries(kept.flatMap((name) => (typeof response.headers[name] === 'string' ? [[name, response.headers[name]]] : []))),
  body: response.body,
  dependencies: dependenciesOf(response),
  storable: response.status === 200 && !isStandIn(response),
  ...(response.status === 200 && lifetimeOf(path, response.body, now)),
})

/**
 * Asks the API once for what many pages show, until it changes: a page that is made needs only what is its own.
 * @param isFollowing whether the change log is followed; while it is not, nothing is taken for current
 */
export const keepSharedAnswers =
  ({ ask, cache, isFollowing, now }: { ask: Ask; cache: ByteCache; isFollowing: () => boolean; now: () => number }): Ask =>
  async (path, patienceMs) => {
    if (!isShared(path) || !isFollowing()) return ask(path, patienceMs)
    const asked = now()
    const answer = await cache.answer(path, async () => toMade(await ask(path, patienceMs), path, asked))
    if (answer.stale) throw new ApiUnavailable(`${path} is out of date`)
    return { status: answer.status, headers: headersOf(answer), body: answer.body.identity }
  }
