/**
 * Compiles a function for the objects of `process.nextTick`, or of a request, has them collected, and prints whether it still is
 * compiled: `node --allow-natives-syntax --expose-gc testing-shapes.ts KIND "keeping"|"not keeping"`, of the kinds at the end.
 */
import { createHook } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer, get, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createKeeper, keepExchange, keepTick } from './keep-shapes.ts'

const [, , kind, keeps] = process.argv
const isKeeping = keeps === 'keeping'

// V8's own functions have names that are no JavaScript but for the flag.
const native = (name: string): ((value: unknown) => unknown) => new Function('value', `return %${name}(value)`) as never
const prepare = native('PrepareFunctionForOptimization')
const optimize = native('OptimizeFunctionOnNextCall')
const statusOf = native('GetOptimizationStatus') as (value: unknown) => number
/** Bit 4 of the status (v8/src/runtime/runtime.h, OptimizationStatus::kOptimized). */
const optimized = 1 << 4

let read = (object: object): unknown => object
const compileFor = (object: object, name: string | symbol): void => {
  // Made here, so that it has seen nothing else.
  read = new Function('name', 'return (object) => object[name]')(name) as typeof read
  prepare(read)
  for (let times = 0; times < 3; times += 1) read(object)
  optimize(read)
  read(object)
}

const useTick = (): void => {
  if (isKeeping) keepTick()
  const hook = createHook({
    trackPromises: false,
    init(_id, type, _trigger, resource) {
      if (type === 'TickObject') compileFor(resource, 'callback')
    },
  }).enable()
  process.nextTick(() => undefined)
  hook.disable()
}

const useExchange = async (): Promise<void> => {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (isKeeping) keepExchange(request, response)
    response.end()
    compileFor(response, 'statusCode')
  }
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const [response] = await once(get({ port: (server.address() as AddressInfo).port, agent: false }), 'response')
  response.resume()
  await once(response, 'close')
  server.close()
  await once(server, 'close')
}

/** As many requests of a kind as it takes for one to be looked at. */
const useRequests = (method: string, names: readonly string[]): IncomingHttpHeaders => {
  let headers: IncomingHttpHeaders = {}
  for (let times = 0; times < 64; times += 1) {
    headers = {}
    for (const name of names) headers[name] = 'x'
    if (isKeeping) keepExchange({ method, headers }, {})
  }
  return headers
}

// Else a compiler that is at work on it may hold a shape for longer than its objects live.
native('NeverOptimizeFunction')(useRequests)

const useKindAfter = (others: number): void => {
  for (let other = 0; other < others; other += 1) useRequests(`OTHER-${other}`, ['host'])
  compileFor(useRequests('GET', ['host', 'if-none-match']), 'if-none-match')
}

const useObject = (): void => {
  const keep = createKeeper()
  const object = { onlyHere: 1 }
  if (isKeeping) keep(object)
  compileFor(object, 'onlyHere')
}

const kinds: Record<string, () => void | Promise<void>> = {
  tick: useTick,
  exchange: useExchange,
  'exchange of a second kind': () => useKindAfter(1),
  'exchange of the hundredth kind': () => useKindAfter(99),
  object: useObject,
}
await kinds[kind ?? '']?.()
for (let times = 0; times < 3; times += 1) {
  await new Promise((resolve) => setImmediate(resolve))
  gc?.()
}
process.stdout.write(JSON.stringify((statusOf(read) & optimized) !== 0))
