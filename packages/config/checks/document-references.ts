import { posix } from 'node:path'
import { lineAt, type Repository, type Violation } from './repository.ts'

/** npm's own commands that run a script of the same name. */
const scriptCall = /\bnpm (?:run(?: -s| --silent)? ([a-z][a-z0-9:-]*)|(start|test)\b)/g
const markdownLink = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g
/** A path in code: begins at a top-level folder, `./` or `../`, and holds nothing that makes it a pattern or a placeholder. */
const codePath = /`((?:apps|packages|\.ci|\.{1,2})\/[\w@./-]*)`/g

/** Finds paths and npm scripts named in a Markdown file that do not exist: documents rot in silence unless they are checked. */
export const findBrokenReferences = ({ files, read, exists }: Repository): Violation[] => {
  const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts
  return files
    .filter((file) => file.endsWith('.md') && !file.includes('/fixtures/'))
    .flatMap((file) => {
      const text = read(file)
      const report = (offset: number, message: string): Violation => ({ file, line: lineAt(text, offset), message })
      const missingScripts = [...text.matchAll(scriptCall)]
        .map(({ 1: run, 2: short, index }) => ({ name: run ?? short ?? '', index }))
        .filter(({ name }) => !Object.hasOwn(scripts, name))
        .map(({ name, index }) => report(index, `names the npm script "${name}", which package.json does not have`))
      const missingPaths = [
        ...[...text.matchAll(markdownLink)].map(({ 1: target = '', index }) => ({ path: linkedPath(file, target), index })),
        ...[...text.matchAll(codePath)].map(({ 1: path = '', index }) => ({
          path: path.startsWith('./') || path.startsWith('../') ? posix.join(posix.dirname(file), path) : path,
          index,
        })),
      ]
        .filter(({ path }) => path !== null && !exists(path))
        .map(({ path, index }) => report(index, `names ${path}, which does not exist`))
      return [...missingScripts, ...missingPaths]
    })
}

/** The file a link leads to, from the root; null when it leads out of the repository or within the page. */
const linkedPath = (file: string, target: string): string | null => {
  if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target)) return null
  const path = decodeURI(target.replace(/[#?].*$/, ''))
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path)
}
