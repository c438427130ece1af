import { DependencyIndex } from './dependency-index.ts'
import { type ReadyAnswer, toStandIn } from './ready-answer.ts'
import { S3Fifo } from './s3-fifo.ts'

/** An answer with what decides how long it is good for. Times in milliseconds of the clock that was passed in. */
export type StoredAnswer = {
  readonly key: string
  readonly answer: ReadyAnswer
  readonly dependencies: readonly string[]
  /** Infinity unless it has a lifetime or was dropped. */
  freshUntil: number
  /** Not left to `freshUntil` alone: a clock that is set back must not bring a dropped answer back. */
  isDropped: boolean
  standIn: StandIn | undefined
}

/** The last good answer, and when making a new one may be tried again. */
export type StandIn = { readonly answer: ReadyAnswer; retryAt: number }

/**
 * What is kept, and whether it may be given out: fresh, or standing in for at most `staleSeconds` after it ceased to be fresh.
 * Knows nothing of how answers are made.
 */
export class AnswerStore {
  readonly #now: () => number
  readonly #staleMilliseconds: number
  readonly #index = new DependencyIndex<StoredAnswer>()
  readonly #answers: S3Fifo<StoredAnswer>
  #dropped = 0
  #evicted = 0

  constructor(options: { maximumBytes: number; now: () => number; staleSeconds: number }) {
    this.#now = options.now
    this.#staleMilliseconds = options.staleSeconds * 1000
    this.#answers = new S3Fifo(options.maximumBytes, (stored) => {
      this.#evicted += 1
      this.#index.remove(stored)
    })
  }

  findFresh(key: string): ReadyAnswer | undefined {
    const stored = this.#answers.find(key)
    return stored !== undefined && this.#isFresh(stored) ? stored.answer : undefined
  }

  /** The answer that ceased to be fresh, while it may stand in for a new one. */
  findStandIn(key: string): StandIn | undefined {
    const stored = this.#answers.peek(key)
    if (stored === undefined || this.#now() - stored.freshUntil >= this.#staleMilliseconds) return undefined
    stored.standIn ??= { answer: toStandIn(stored.answer), retryAt: Number.NEGATIVE_INFINITY }
    return stored.standIn
  }

  put(stored: StoredAnswer, bytes: number): void {
    const previous = this.#answers.peek(stored.key)
    if (previous) this.#index.remove(previous)
    this.#index.add(stored)
    this.#answers.set(stored.key, stored, bytes)
  }

  grow(stored: StoredAnswer, additionalBytes: number): void {
    this.#answers.grow(stored.key, stored, additionalBytes)
  }

  remove(key: string): void {
    const stored = this.#answers.peek(key)
    if (!stored) return
    this.#index.remove(stored)
    this.#answers.remove(key)
  }

  /** @returns how many were not out of date until now. */
  drop(dependency: string): number {
    const before = this.#dropped
    this.#index.visitOnce(dependency, (stored) => this.#drop(stored))
    return this.#dropped - before
  }

  /** As `drop`, and what depends on it does not stand in either. */
  forget(dependency: string): number {
    const dropped = this.drop(dependency)
    for (const stored of this.#index.find(dependency)) this.remove(stored.key)
    return dropped
  }

  dropAll(): void {
    for (const stored of this.#answers.values()) this.#drop(stored)
  }

  /** Keeps nothing that is here, not even to stand in. */
  forgetAll(): void {
    this.dropAll()
    for (const { key } of this.#answers.values()) this.remove(key)
  }

  has(key: string): boolean {
    return this.#answers.peek(key) !== undefined
  }

  values(): Generator<StoredAnswer> {
    return this.#answers.values()
  }

  statistics() {
    const { length: entries, bytes } = this.#answers
    return { entries, bytes, dropped: this.#dropped, evicted: this.#evicted, dependencies: this.#index.size }
  }

  #isFresh(stored: StoredAnswer): boolean {
    return !stored.isDropped && (stored.freshUntil === Number.POSITIVE_INFINITY || this.#now() < stored.freshUntil)
  }

  #drop(stored: StoredAnswer): void {
    if (stored.isDropped) return
    this.#dropped += 1
    stored.isDropped = true
    stored.freshUntil = Math.min(stored.freshUntil, this.#now())
    if (this.#staleMilliseconds === 0) this.remove(stored.key)
  }
}
