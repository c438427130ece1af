import type { ByteCache } from '@gazette/byte-cache/byte-cache'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { ApiResponse, Ask } from '../content-api/ask-api.ts'
import { dependenciesOf, isStandIn } from '../content-api/read-json.ts'

/** What stands on many pages: the site itself, its channels, and the lists of the home page. */
const isShared = (path: string): boolean => /^\/v1\/(site|channels|articles\?(channel=[^&]+&)?limit=\d+)$/.test(path)

const kept = ['content-type', 'cache-tag', 'cache-control']

const toMade = (response: ApiResponse): MadeAnswer => ({
  status: response.status,
  headers: Object.fromEntries(kept.flatMap((name) => (typeof response.headers[name] === 'string' ? [[name, response.headers[name]]] : []))),
  body: response.body,
  dependencies: dependenciesOf(response),
  storable: response.status === 200 && !isStandIn(response),
})

/**
 * Asks the API once for what many pages show, until it changes: a page that is made needs only what is its own.
 * @param isFollowing whether the change log is followed; while it is not, nothing is taken for current
 */
export const keepSharedAnswers =
  ({ ask, cache, isFollowing }: { ask: Ask; cache: ByteCache; isFollowing: () => boolean }): Ask =>
  async (path, patienceMs) => {
    if (!isShared(path) || !isFollowing()) return ask(path, patienceMs)
    const answer = await cache.answer(path, async () => toMade(await ask(path, patienceMs)))
    if (answer.stale) throw new ApiUnavailable(`${path} is out of date`)
    return { status: answer.status, headers: answer.headers, body: answer.body.identity }
  }
