import type { ReadyAnswer } from './ready-answer.ts'

/** Objects that hold one answer together, once it has been sent in one encoding and as a 304 (measured, with a margin: see the README). */
export const answerBytes = 1600
/** The same for one more encoding. */
export const encodingBytes = 1400
/** A place in the index for one dependency, its characters aside. */
const dependencyBytes = 200

const characters = (strings: readonly string[]): number => strings.reduce((sum, string) => sum + string.length, 0)

/** What keeping `answer` costs, a little more rather than less. */
export const storedBytes = (key: string, answer: ReadyAnswer, dependencies: readonly string[]): number =>
  answerBytes +
  answer.body.identity.length +
  2 * (key.length + characters(answer.headers.raw) + characters(answer.ownHeaders) + characters(dependencies)) +
  dependencyBytes * dependencies.length
