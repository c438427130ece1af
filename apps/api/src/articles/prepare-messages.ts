import type { Copied, CopyRequest } from './copy-articles.ts'

/** Where the articles are, and what makes them: `program` as `createReadyArticles` has it. */
export type PrepareOptions = { databaseUrl: string; siteUrl: string; apiUrl: string; timeZone: string; program: string }

/** What the process is sent: first what to work on, then, once all articles are made, what to copy. */
export type PrepareRequest = { kind: 'prepare'; options: PrepareOptions } | ({ kind: 'copy' } & CopyRequest)

/** What it answers. */
export type PrepareAnswer = { kind: 'prepared' } | ({ kind: 'copied' } & Copied) | { kind: 'failed'; message: string }

/** The number of the file that articles are copied to, in the process that inherits it: behind the three of every process and the channel. */
export const copyFile = 4
