import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import type { ContentCoding } from './choose-encoding.ts'

export type Compression = Exclude<ContentCoding, 'identity'>

/**
 * Levels chosen on Chinese JSON (figures in the README): brotli 5 is an eighth smaller than gzip 6 for about the same time,
 * and brotli 11 gains a tenth more for sixty times that. Asynchronous: the work is done beside the event loop.
 */
const compressors: Record<Compression, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  zstd: (body) => promisify(zstdCompress)(body, { params: { [constants.ZSTD_c_compressionLevel]: 9 } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
}

/** The same bytes in memory of their own: a slice of a pool or of a compressor's block would keep all of that alive. */
export const toExactBuffer = (bytes: Buffer | string): Buffer => {
  if (typeof bytes !== 'string' && bytes.buffer.byteLength === bytes.length) return bytes
  const exact = Buffer.allocUnsafeSlow(Buffer.byteLength(bytes))
  if (typeof bytes === 'string') exact.write(bytes)
  else bytes.copy(exact)
  return exact
}

type Forms = Partial<Record<Compression, Buffer | Promise<Buffer>>>

/** A body and its compressed forms, each made once, when it is first needed. */
export class EncodedBody {
  readonly identity: Buffer
  readonly #onGrow: (additionalBytes: number) => void
  /** A promise while it is made. Most bodies are never compressed. */
  #forms: Forms | undefined

  /** @param onGrow told the size of every compressed form once it is there. */
  constructor(identity: Buffer, onGrow: (additionalBytes: number) => void) {
    this.identity = identity
    this.#onGrow = onGrow
  }

  /** A form at once when it is there; else a promise for everyone who waits. A failure is not kept. */
  find(coding: ContentCoding): Buffer | Promise<Buffer> {
    if (coding === 'identity') return this.identity
    this.#forms ??= {}
    this.#forms[coding] ??= this.#begin(coding, this.#forms)
    return this.#forms[coding]
  }

  #begin(coding: Compression, forms: Forms): Promise<Buffer> {
    const compressing = this.#compress(coding, forms)
    compressing.catch(() => delete forms[coding])
    return compressing
  }

  async #compress(coding: Compression, forms: Forms): Promise<Buffer> {
    const compressed = toExactBuffer(await compressors[coding](this.identity))
    forms[coding] = compressed
    this.#onGrow(compressed.length)
    return compressed
  }
}
