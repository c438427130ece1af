import { createHook } from 'node:async_hooks'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * V8 throws compiled code away when the last object of a shape it was compiled for is collected, which for the objects of a request
 * happens whenever nobody has asked for a moment: what comes next is interpreted, and one request in a hundred waits ten times as
 * long. So a few of these objects are never let go, for as long as the process runs.
 */
const kept: object[] = []

const exchangesMaximum = 8
let exchanges = 0

/** Keeps some of the first requests with their responses; none that says who asks. */
export const keepExchange = (request: { readonly headers: IncomingHttpHeaders }, response: object): void => {
  if (exchanges === exchangesMaximum || request.headers.authorization !== undefined || request.headers.cookie !== undefined) return
  exchanges += 1
  kept.push(request, response)
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
