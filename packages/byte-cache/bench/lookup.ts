/** Time of a hit without sending it, find and choice of the representation: `node bench/lookup.ts`. */
import { createByteCache } from '../src/byte-cache.ts'
import { representationFor } from '../src/representation-for.ts'

const cache = createByteCache({ maximumBytes: 1e8, now: Date.now, staleSeconds: 0 })
const keys = Array.from({ length: 1000 }, (_, index) => `/v1/articles/${index}`)
const request = { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }
const made = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}'.repeat(1000), dependencies: ['list'] }
for (const key of keys) await representationFor(await cache.answer(key, async () => made), request)

const hits = 2_000_000
for (let round = 0; round < 5; round += 1) {
  const start = performance.now()
  for (let hit = 0; hit < hits; hit += 1) {
    const answer = cache.find(keys[hit % keys.length] ?? '')
    if (!answer || representationFor(answer, request) instanceof Promise) throw new Error('not a hit')
  }
  process.stdout.write(`${(((performance.now() - start) / hits) * 1e6).toFixed(0)} ns a hit\n`)
}
