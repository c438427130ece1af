import { readFile, stat } from 'node:fs/promises'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../database/store.ts'
import { DomainError } from '../../errors.ts'
import { ImportError } from '../import-error.ts'
import { type ImportFormat, parseImport } from '../import-page.ts'
import type { ReportEntry } from '../report.ts'
import type { FoundFile } from './find-files.ts'
import { type Stored, storeArticle } from './store-article.ts'
import type { StoringNote } from './storing-notes.ts'

export const fileBytesMaximum = 20 * 1024 * 1024

export type ImportOptions = {
  store: Store
  clock: Clock
  mediaDirectory: string
  timeZone: string
  format: ImportFormat
  channelPath: string | null
  publish: boolean
  /** Does everything but keep it. */
  dryRun: boolean
}

/** What became of one file. A failed one says why, in both languages. */
export type ImportedItem = {
  file: string
  title: string | null
  report: (ReportEntry | StoringNote)[]
} & (
  | (Omit<Stored, 'notes'> & { error: null })
  | {
      outcome: 'failed'
      articleId: null
      status: null
      channelPath: null
      error: { code: string; message: string; messageEnglish: string }
    }
)

/** Thrown to roll a dry run back with its result in hand. */
class DryRun extends Error {
  readonly stored: Stored
  constructor(stored: Stored) {
    super('dry run')
    this.stored = stored
  }
}

const toFailure = (error: unknown): { code: string; message: string; messageEnglish: string } => {
  if (error instanceof ImportError) return { code: error.code, message: error.message, messageEnglish: error.messageEnglish }
  if (error instanceof DomainError) return { code: error.code, message: error.message, messageEnglish: error.message }
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return { code: 'unreadable-file', message: '文件无法读取', messageEnglish: 'the file cannot be read' }
  }
  throw error
}

const storeInTransaction = async (
  options: ImportOptions,
  { path, root }: FoundFile,
  parsed: ReturnType<typeof parseImport>,
): Promise<Stored> => {
  const { store, clock, mediaDirectory, channelPath, publish, timeZone, dryRun } = options
  try {
    return await store.withTransaction(async (db) => {
      const writing = { tables: store.tables, db, now: clock() }
      const place = { pagePath: path, root }
      const directory = dryRun ? null : mediaDirectory
      const stored = await storeArticle({ writing, mediaDirectory: directory, place, parsed, channelPath, publish, timeZone })
      if (dryRun) throw new DryRun(stored)
      return stored
    })
  } catch (error) {
    if (error instanceof DryRun) return error.stored
    throw error
  }
}

const readWhole = async (path: string): Promise<Uint8Array> => {
  // Looked at before it is read: a huge file must not fill the memory first.
  if ((await stat(path)).size > fileBytesMaximum) throw new ImportError('file-too-large')
  return readFile(path)
}

/**
 * Imports one file in a transaction of its own: all of it or nothing.
 * What is wrong with the file is in the result; only a fault of ours or of the database is thrown.
 */
export const importFile = async (options: ImportOptions, file: FoundFile): Promise<ImportedItem> => {
  let title: string | null = null
  let report: ReportEntry[] = []
  try {
    const bytes = await readWhole(file.path)
    const { timeZone, format, clock } = options
    const parsed = parseImport({ bytes, fileName: file.name, timeZone, format, now: new Date(clock()) })
    title = parsed.content.fullTitle
    report = parsed.report
    const { notes, ...stored } = await storeInTransaction(options, file, parsed)
    return { file: file.name, title, report: [...report, ...notes], ...stored, error: null }
  } catch (error) {
    return { file: file.name, title, report, outcome: 'failed', articleId: null, status: null, channelPath: null, error: toFailure(error) }
  }
}
