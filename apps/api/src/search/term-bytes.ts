/** Terms as UTF-8, each followed by a space: what the index is given. Text is written once and never joined or copied. */
export type TermBytes = {
  /** Adds a term, with the letter that says what kind it is. No space may be in it. */
  add(term: string, kind?: string): void
  /** Adds the pairs of a run of characters and its last one alone, as `analyseText` has them; `visit` sees every character. */
  addPairs(run: string, visit: (codePoint: number) => void): void
  /** Everything added so far, in memory of its own; begins anew. */
  take(): Uint8Array
}

const space = 0x20
const firstCapacity = 16 * 1024
/** Bytes of UTF-8 a UTF-16 unit takes at most. */
const bytesAUnit = 3

/** Collects the terms of documents, one document after another. */
export const createTermBytes = (): TermBytes => {
  let bytes = new Uint8Array(firstCapacity)
  let size = 0

  const reserve = (more: number): void => {
    if (size + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, size + more))
    larger.set(bytes.subarray(0, size))
    bytes = larger
  }
  const put = (codePoint: number): void => {
    if (codePoint < 0x80) {
      bytes[size++] = codePoint
      return
    }
    if (codePoint < 0x800) {
      bytes[size++] = 0xc0 | (codePoint >> 6)
    } else {
      if (codePoint < 0x10000) {
        bytes[size++] = 0xe0 | (codePoint >> 12)
      } else {
        bytes[size++] = 0xf0 | (codePoint >> 18)
        bytes[size++] = 0x80 | ((codePoint >> 12) & 0x3f)
      }
      bytes[size++] = 0x80 | ((codePoint >> 6) & 0x3f)
    }
    bytes[size++] = 0x80 | (codePoint & 0x3f)
  }

  return {
    add(term, kind = '') {
      reserve((kind.length + term.length) * bytesAUnit + 1)
      if (kind !== '') put(kind.charCodeAt(0))
      for (let index = 0; index < term.length; index += 1) {
        const codePoint = term.codePointAt(index) ?? 0
        if (codePoint > 0xffff) index += 1
        put(codePoint)
      }
      bytes[size++] = space
    },
    addPairs(run, visit) {
      reserve((run.length * bytesAUnit + 1) * 2)
      for (let index = 0; index < run.length; index += 1) {
        const codePoint = run.codePointAt(index) ?? 0
        visit(codePoint)
        // Each character ends the pair before it and begins the next; the last begins what is it alone.
        if (index > 0) {
          put(codePoint)
          bytes[size++] = space
        }
        put(codePoint)
        if (codePoint > 0xffff) index += 1
      }
      bytes[size++] = space
    },
    take() {
      const taken = bytes.slice(0, size)
      size = 0
      return taken
    },
  }
}
