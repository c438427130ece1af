import { basename } from 'node:path'
import { lineAt, type Repository, type Violation } from './repository.ts'

/** Text that must not stand in the files matching `files`, except where `except` says so. */
type ForbiddenText = { files: RegExp; except?: RegExp; text: RegExp; message: string }

const forbiddenTexts: readonly ForbiddenText[] = [
  {
    files: /^apps\/api\/src\/.*\.ts$/,
    // The search index is a file of its own beside the store, written by one process.
    except: /^apps\/api\/src\/(?:database|search)\/|\.test\.ts$/,
    text: /\.transaction\(|\bbegin (?:immediate|exclusive|transaction)\b/gi,
    message: 'opens a transaction: only database/with-transaction.ts may (an async one on SQLite would not hold)',
  },
  {
    files: /\.(?:ts|tsx|mjs)$/,
    text: /(?:\/\/|\/\*)\s*(?:@ts-(?:ignore|expect-error|nocheck)|(?:biome|eslint|oxlint)-(?:ignore|disable))/g,
    message: 'switches a check off: change the code or, with a reason, the rule',
  },
]

const namesThatSayNothing = /^(?:index|utils?|helpers?|types|misc|common|shared)$/

/** Next decides the names of its routes. */
const isRouteFile = (file: string): boolean => file.startsWith('apps/web/src/pages/')

/** Finds names that say nothing and text that the rules of the house forbid. */
export const findSourceViolations = ({ files, read }: Repository): Violation[] =>
  files
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !file.includes('/fixtures/'))
    .flatMap((file) => [...nameViolations(file), ...textViolations(file, read)])

const nameViolations = (file: string): Violation[] =>
  [...file.split('/').slice(0, -1), basename(file).replace(/\..*$/, '')]
    .filter((name) => namesThatSayNothing.test(name) && !isRouteFile(file))
    .map((name) => ({ file, line: 1, message: `"${name}" says nothing: name the file or folder for what it holds` }))

const textViolations = (file: string, read: Repository['read']): Violation[] =>
  forbiddenTexts
    .filter(({ files, except }) => files.test(file) && !except?.test(file))
    .flatMap(({ text, message }) => {
      const source = read(file)
      return [...source.matchAll(text)].map(({ index }) => ({ file, line: lineAt(source, index), message }))
    })
