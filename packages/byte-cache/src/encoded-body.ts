import type { ContentCoding } from './choose-encoding.ts'
import { type Compression, compress } from './compress.ts'

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
  /** What it was made of, in its coding. */
  readonly original: Buffer
  readonly #coding: ContentCoding
  readonly #onGrow: (additionalBytes: number) => void
  /** A promise while it is made. Most bodies are never compressed. */
  #forms: Forms | undefined

  /**
   * @param coding of the original; of one that is compressed there is no other form
   * @param onGrow told the size of every compressed form once it is there
   */
  constructor(original: Buffer, coding: ContentCoding, onGrow: (additionalBytes: number) => void) {
    this.original = original
    this.#coding = coding
    this.#onGrow = onGrow
  }

  get identity(): Buffer {
    if (this.#coding !== 'identity') throw new Error(`Of this body there is but the form in ${this.#coding}.`)
    return this.original
  }

  /** A form at once when it is there; else a promise for everyone who waits. A failure is not kept. */
  find(coding: ContentCoding): Buffer | Promise<Buffer> {
    if (coding === this.#coding) return this.original
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
    const compressed = toExactBuffer(await compress(coding, this.identity))
    forms[coding] = compressed
    this.#onGrow(compressed.length)
    return compressed
  }
}
