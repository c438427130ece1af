import { createHook } from 'node:async_hooks'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * V8 throws compiled code away when the last object of a shape it was compiled for is collected, which for the objects of a request
 * happens whenever nobody has asked for a moment: what comes next is interpreted, and one request in a hundred waits ten times as
 * long. So a few of these objects are never let go.
 */
const kept: (object | undefined)[] = []

const timesMaximum = 8

/** Keeps up to three objects the first few times: one keeper for each place in the program that makes such objects for every request. */
export const createKeeper = (): ((first: object, second?: object, third?: object) => void) => {
  let times = 0
  return (first, second, third) => {
    if (times === timesMaximum) return
    times += 1
    kept.push(first, second, third)
  }
}

type KeptRequest = { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders }

/** By kind of request. The oldest makes room for another; one that is sent again and again is soon back. */
const exchanges = new Map<string, readonly [request: KeptRequest, response: object]>()
const kindsMaximum = 32
/** As many requests are looked at first, and then one of as many. */
const lookEvery = 64
let requests = 0

/** Keeps a request of each kind, by its method and the names of its headers, with its response; none that says who asks. */
export const keepExchange = (request: KeptRequest, response: object): void => {
  requests += 1
  if (requests > lookEvery && requests % lookEvery !== 0) return
  const { method, headers } = request
  if (headers.authorization !== undefined || headers.cookie !== undefined) return
  const kind = [method, ...Object.keys(headers)].join(' ')
  if (exchanges.has(kind)) return
  exchanges.set(kind, [request, response])
  const [oldest] = exchanges.keys()
  if (exchanges.size > kindsMaximum && oldest !== undefined) exchanges.delete(oldest)
}

/**
 * Keeps an object of those `process.nextTick` makes, several for each request. They are built property by property, and once their
 * shape was collected V8 does that in its slowest way for good (feedback of `DefineKeyedOwnPropertyInLiteral` is megamorphic then):
 * a bare node:http server falls to three quarters of its requests a second. To be called before anything else is loaded.
 */
export const keepTick = (): void => {
  const hook = createHook({
    // With them V8 would have to watch over every promise from now on.
    trackPromises: false,
    init(_id, type, _trigger, resource) {
      if (type === 'TickObject') kept.push(resource)
    },
  }).enable()
  process.nextTick(() => undefined)
  hook.disable()
}
