import { AnswerStore, type StandIn, type StoredAnswer } from './answer-store.ts'
import { type ContentCoding, chooseEncoding } from './choose-encoding.ts'
import { minimumCompressBytes } from './compress.ts'
import { Doorkeeper } from './doorkeeper.ts'
import { DropLog } from './drop-log.ts'
import { toExactBuffer } from './encoded-body.ts'
import { isStorable } from './is-storable.ts'
import { createKeeper } from './keep-shapes.ts'
import { type CompressionRules, headersOf, type MadeAnswer, type ReadyAnswer, textTypes, toReadyAnswer } from './ready-answer.ts'
import { encodingBytes, storedBytes } from './stored-bytes.ts'

export type ByteCacheOptions = Partial<CompressionRules> & {
  /** Everything kept: all encodings, keys, headers and what it takes to find them. One answer may be an eighth of it. */
  maximumBytes: number
  /** A clock in milliseconds. */
  now: () => number
  /** How long an answer that ceased to be fresh may stand in when making a new one fails; 0 for never. */
  staleSeconds: number
}

/** An answer that was good until then, in milliseconds of the cache's clock. */
export type LastGood = Pick<MadeAnswer, 'status' | 'headers' | 'body' | 'dependencies'> & { key: string; goodUntil: number }

/** Those who asked at or after `outOfDateFrom`, a position in the drop log, must not have the answer. */
type Outcome = { answer: ReadyAnswer; outOfDateFrom: number }
/** A single string would be gone through letter by letter. */
type Dependencies = Iterable<string> & object

type Make = () => Promise<MadeAnswer>
export type FindElsewhere = (key: string, coding: ContentCoding) => MadeAnswer | undefined
/** Where the drop log and the clock stood when a making began. */
type Beginning = { position: number; at: number }

const ignoreGrowth = (): void => undefined
const keepPassing = createKeeper()

/** After a failure, the last good answer is given out this long before anybody tries again. */
const retryMilliseconds = 1000

const toExact = <Made extends Pick<MadeAnswer, 'body'>>(made: Made): Made => ({ ...made, body: toExactBuffer(made.body) })

/**
 * Answers made once and kept as bytes until something they depend on changes.
 *
 * Once `drop` has returned, nobody who asks is given an answer whose making began before it, unless as a stand-in marked `stale`.
 */
export class ByteCache {
  readonly #options: ByteCacheOptions & CompressionRules
  readonly #store: AnswerStore
  readonly #drops = new DropLog()
  readonly #doorkeeper = new Doorkeeper()
  readonly #makings = new Map<string, Promise<Outcome>>()
  readonly #counts = { hits: 0, misses: 0, coalesced: 0, failed: 0, staleServed: 0 }

  constructor(options: ByteCacheOptions) {
    this.#options = { compressibleTypes: textTypes, minimumCompressBytes, ...options }
    this.#store = new AnswerStore(options)
  }

  /** The answer, if a fresh one is there. */
  find(key: string): ReadyAnswer | undefined {
    const answer = this.#store.findFresh(key)
    if (answer !== undefined) this.#counts.hits += 1
    return answer
  }

  /**
   * The fresh answer, or one that is made now, once for everyone who waits for it.
   * When that fails (`make` rejects, or its status is 500 or more), the last good answer if it may stand in; else what `make` gave.
   * @param make must settle: it has a deadline of its own.
   * @param patienceMilliseconds how long a last good answer that may stand in waits for a new one; making goes on behind it.
   */
  async answer(key: string, make: Make, patienceMilliseconds = Number.POSITIVE_INFINITY): Promise<ReadyAnswer> {
    const fresh = this.find(key)
    if (fresh) return fresh
    const standIn = this.#store.findStandIn(key)
    if (standIn && this.#options.now() < standIn.retryAt) {
      this.#counts.staleServed += 1
      return standIn.answer
    }
    const waiting = this.#wait(key, make, this.#drops.position)
    return standIn && patienceMilliseconds !== Number.POSITIVE_INFINITY ? this.#hurry(waiting, standIn, patienceMilliseconds) : waiting
  }

  /**
   * Makes everything out of date that depends on one of `dependencies`, from this very call on.
   * @returns how many answers that were.
   */
  drop(dependencies: Dependencies): number {
    let dropped = 0
    for (const dependency of dependencies) {
      this.#drops.append(dependency)
      dropped += this.#store.drop(dependency)
    }
    return dropped
  }

  /** As `drop`, and what depends on it does not stand in either: for what must not be seen again. */
  forget(dependencies: Dependencies): number {
    let dropped = 0
    for (const dependency of dependencies) {
      this.#drops.append(dependency)
      dropped += this.#store.forget(dependency)
    }
    return dropped
  }

  /** Makes everything out of date: for when it is not known what has changed. */
  dropAll(): void {
    this.#drops.appendEverything()
    this.#store.dropAll()
  }

  /** As `dropAll`, and nothing stands in either: for when it is not known what must not be seen again. */
  forgetAll(): void {
    this.#drops.appendEverything()
    this.#store.forgetAll()
  }

  /** Everything that may stand in now or later, as it would have to be made again: to be kept elsewhere until `restore`. */
  *lastGood(): Generator<LastGood> {
    const now = this.#options.now()
    for (const { key, answer, dependencies, freshUntil } of this.#store.values()) {
      const { status, body } = answer
      yield { key, status, headers: headersOf(answer), body: body.identity, dependencies, goodUntil: Math.min(now, freshUntil) }
    }
  }

  /** Lets an answer of an earlier process stand in, as if it had been kept here; what is made here comes before it. */
  restore({ key, goodUntil, ...made }: LastGood): void {
    if (this.#store.has(key)) return
    const answer = toReadyAnswer(toExact(made), this.#options, (bytes) => this.#store.grow(stored, bytes + encodingBytes))
    const { dependencies } = made
    const stored: StoredAnswer = { key, answer, dependencies, freshUntil: goodUntil, isDropped: true, standIn: undefined }
    const bytes = storedBytes(key, answer, dependencies)
    if (bytes <= this.#options.maximumBytes / 8) this.#store.put(stored, bytes)
  }

  /** Counted since the start; `entries`, `bytes` and `dependencies` are what is kept now. */
  statistics() {
    return { ...this.#store.statistics(), ...this.#counts }
  }

  /**
   * The answer, if a fresh one is here or ready elsewhere. What was not asked for several times lately is looked for elsewhere first,
   * and not kept: what crawlers ask for is not worth its place, nor the work of keeping it, where it can be had again so cheaply.
   * @param acceptEncoding of whoever asks
   * @param findElsewhere must give only what is true at this very moment, in a coding if it has it in that one
   */
  findReady(key: string, acceptEncoding: string | undefined, findElsewhere: FindElsewhere): ReadyAnswer | undefined {
    const isKnown = this.#doorkeeper.greets(key)
    if (!isKnown) {
      const made = findElsewhere(key, chooseEncoding(acceptEncoding))
      if (made) return this.#passOn(made)
    }
    const fresh = this.find(key)
    if (fresh || !isKnown) return fresh
    const made = findElsewhere(key, 'identity')
    return made && this.#keep(key, made, { position: this.#drops.position, at: this.#options.now() }).answer
  }

  #passOn(made: MadeAnswer): ReadyAnswer {
    const answer = toReadyAnswer(made, this.#options, ignoreGrowth)
    keepPassing(made, answer)
    return answer
  }

  async #wait(key: string, make: Make, askedAt: number): Promise<ReadyAnswer> {
    const running = this.#makings.get(key)
    if (running) this.#counts.coalesced += 1
    const { answer, outOfDateFrom } = await (running ?? this.#start(key, make))
    if (answer.stale) this.#counts.staleServed += 1
    if (askedAt < outOfDateFrom) return answer
    return this.find(key) ?? this.#wait(key, make, askedAt)
  }

  /** Once somebody has waited in vain, nobody else does for a while. */
  #hurry(waiting: Promise<ReadyAnswer>, standIn: StandIn, milliseconds: number): Promise<ReadyAnswer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        standIn.retryAt = this.#options.now() + retryMilliseconds
        this.#counts.staleServed += 1
        resolve(standIn.answer)
      }, milliseconds)
      waiting.finally(() => clearTimeout(timer)).then(resolve, reject)
    })
  }

  #start(key: string, make: Make): Promise<Outcome> {
    this.#counts.misses += 1
    const beginning = { position: this.#drops.position, at: this.#options.now() }
    const making = Promise.resolve().then(() => this.#make(key, make, beginning))
    this.#makings.set(key, making)
    return making
  }

  async #make(key: string, make: Make, beginning: Beginning): Promise<Outcome> {
    try {
      const made = await make()
      if (made.status < 500) return this.#keep(key, made, beginning)
      return this.#fail(key) ?? { answer: toReadyAnswer(made, this.#options, ignoreGrowth), outOfDateFrom: Number.POSITIVE_INFINITY }
    } catch (error) {
      const standIn = this.#fail(key)
      if (standIn) return standIn
      throw error
    } finally {
      // In one go with keeping the answer: who asks after the next drop must not join a making that no longer watches for drops.
      this.#makings.delete(key)
    }
  }

  #keep(key: string, made: MadeAnswer, beginning: Beginning): Outcome {
    const dependencies = [...new Set(made.dependencies)]
    const answer = toReadyAnswer(toExact(made), this.#options, (bytes) => this.#store.grow(stored, bytes + encodingBytes))
    const freshUntil = beginning.at + (made.lifetimeSeconds ?? Number.POSITIVE_INFINITY) * 1000
    const stored: StoredAnswer = { key, answer, dependencies, freshUntil, isDropped: false, standIn: undefined }
    const outOfDateFrom = this.#drops.firstSince(beginning.position, dependencies)
    // What was hit while it was being made is not kept at all: the last good answer stays what it was.
    if (outOfDateFrom !== Number.POSITIVE_INFINITY) return { answer, outOfDateFrom }
    const bytes = storedBytes(key, answer, dependencies)
    if (isStorable(made) && bytes <= this.#options.maximumBytes / 8) this.#store.put(stored, bytes)
    else this.#store.remove(key)
    return { answer, outOfDateFrom }
  }

  /** The last good answer, if it may stand in; nobody tries again for a while. */
  #fail(key: string): Outcome | undefined {
    this.#counts.failed += 1
    const standIn = this.#store.findStandIn(key)
    if (!standIn) return undefined
    standIn.retryAt = this.#options.now() + retryMilliseconds
    return { answer: standIn.answer, outOfDateFrom: Number.POSITIVE_INFINITY }
  }
}

export const createByteCache = (options: ByteCacheOptions): ByteCache => new ByteCache(options)
