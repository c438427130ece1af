/** Size and time of every candidate: `node bench/compression.ts [FILE …]` on a list of these JSON files, or on two generated texts. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { createChineseJson } from './chinese-json.ts'

const brotli = (quality: number) => (body: Buffer) =>
  brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
const zstd = (level: number) => (body: Buffer) => zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: level } })
const gzip = (level: number) => (body: Buffer) => gzipSync(body, { level })

const candidates: [string, (body: Buffer) => Buffer][] = [
  ...[6, 9].map((level): [string, (body: Buffer) => Buffer] => [`gzip ${level}`, gzip(level)]),
  ...[4, 5, 6, 9, 11].map((quality): [string, (body: Buffer) => Buffer] => [`br ${quality}`, brotli(quality)]),
  ...[3, 6, 9, 12, 19].map((level): [string, (body: Buffer) => Buffer] => [`zstd ${level}`, zstd(level)]),
]

/** Median of at least five runs and a third of a second. */
const measure = (compress: (body: Buffer) => Buffer, body: Buffer) => {
  const milliseconds: number[] = []
  let bytes = compress(body).length
  for (const end = performance.now() + 300; milliseconds.length < 5 || performance.now() < end; ) {
    const start = performance.now()
    bytes = compress(body).length
    milliseconds.push(performance.now() - start)
  }
  milliseconds.sort((a, b) => a - b)
  return { bytes, milliseconds: milliseconds[milliseconds.length >> 1] ?? 0 }
}

const files = process.argv.slice(2)
const toList = (paths: string[]) => Buffer.from(JSON.stringify({ data: paths.map((path) => JSON.parse(readFileSync(path, 'utf8'))) }))
const bodies = files.length > 0 ? [toList(files)] : [createChineseJson(12_000), createChineseJson(124_000)]
for (const body of bodies) {
  process.stdout.write(`\n${body.length} bytes\n`)
  for (const [name, compress] of candidates) {
    const { bytes, milliseconds } = measure(compress, body)
    process.stdout.write(`${name.padEnd(8)} ${String(bytes).padStart(7)} ${milliseconds.toFixed(2).padStart(8)} ms\n`)
  }
}
