/**
 * What answers really take, against what is counted, and how long the widest drop takes:
 * `node --expose-gc bench/memory.ts [ENCODINGS] [STALE_SECONDS]`.
 */
import { createByteCache } from '../src/byte-cache.ts'
import { representationFor } from '../src/representation-for.ts'

const count = 50_000
const codings = ['identity', 'br', 'gzip'] as const
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=10, stale-while-revalidate=60',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

const usedBytes = (): number => {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const makeAnswer = (index: number) => ({
  status: 200,
  headers: { ...headers, link: `<https://news.example/v1/articles/${index}>; rel="canonical"` },
  body: `{"id":"${index}","title":"上虞区政协"}`,
  dependencies: [`article:${index}`, 'list', 'list:c1', 'channels'],
})

const [codingCount = '1', staleSeconds = '0'] = process.argv.slice(2)
const before = usedBytes()
const cache = createByteCache({ maximumBytes: 4e9, now: Date.now, staleSeconds: Number(staleSeconds), minimumCompressBytes: 0 })
for (let index = 0; index < count; index += 1) {
  const answer = await cache.answer(`/v1/articles/${index}?body=html`, async () => makeAnswer(index))
  for (const coding of codings.slice(0, Number(codingCount))) {
    const { rawHeaders } = await representationFor(answer, { headers: { 'accept-encoding': coding } })
    representationFor(answer, { headers: { 'accept-encoding': coding, 'if-none-match': rawHeaders[rawHeaders.indexOf('etag') + 1] } })
  }
}
const real = (usedBytes() - before) / count
const counted = cache.statistics().bytes / count
const start = performance.now()
const dropped = cache.drop(['list'])
const milliseconds = performance.now() - start
process.stdout.write(
  `${real.toFixed(0)} bytes an answer in truth, ${counted.toFixed(0)} counted; ${dropped} dropped in ${milliseconds.toFixed(0)} ms\n`,
)
