import { posix } from 'node:path'
import { lineAt, type Repository, type Violation } from './repository.ts'

/** A link to a test file, and the titles of tests in it: `[file](file.test.ts): *title*; *title*`. */
const namedTests = /\]\(([^)\s]+\.test\.tsx?)\)((?:[:;] \*[^*]+\*)+)/g
const title = /\*([^*]+)\*/g

const hasTitle = (source: string, name: string): boolean => ["'", '"', '`'].some((quote) => source.includes(quote + name + quote))

/** Finds tests that a document names as proof and that are not there any more: a promise must not outlive its proof. */
export const findMissingTests = ({ files, read, exists }: Repository): Violation[] =>
  files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = read(file)
      return [...text.matchAll(namedTests)].flatMap(({ 1: target = '', 2: titles = '', index }) => {
        const path = posix.join(posix.dirname(file), target)
        const source = exists(path) ? read(path) : ''
        return [...titles.matchAll(title)]
          .map(([, name = '']) => name)
          .filter((name) => !hasTitle(source, name))
          .map((name) => ({ file, line: lineAt(text, index), message: `names the test "${name}", which ${path} does not have` }))
      })
    })
