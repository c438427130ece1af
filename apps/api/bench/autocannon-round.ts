/** One round of load in a process of its own: `node autocannon-round.ts FILE`, prints the result as JSON. */
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { z } from 'zod'

const Load = z.object({
  origin: z.string(),
  paths: z.array(z.string()),
  headers: z.record(z.string(), z.string()),
  status: z.int(),
  seconds: z.number(),
  connections: z.int(),
})
const load = Load.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const { paths } = load
let next = 0
let wrong = 0
const result = await autocannon({
  url: load.origin,
  connections: load.connections,
  duration: load.seconds,
  headers: load.headers,
  requests: [
    {
      // Connections share the list: no two ask for the same path at the same time.
      setupRequest: (request) => {
        next += 1
        return { ...request, path: paths[next % paths.length] ?? '/' }
      },
      onResponse: (status) => {
        if (status !== load.status) wrong += 1
      },
    },
  ],
})
process.stdout.write(
  JSON.stringify({
    requestsPerSecond: result.requests.average,
    p99Milliseconds: result.latency.p99,
    failed: wrong + result.errors + result.timeouts,
  }),
)
