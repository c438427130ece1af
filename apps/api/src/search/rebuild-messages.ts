/** Where the articles and the index are. `databasePath` is the file of SQLite; null beside PostgreSQL. */
export type RebuildTarget = { databasePath: string | null; databaseUrl: string; directory: string }

/** What the process is sent: what to make anew, and, whenever it is to end before it has come to the end, that. */
export type RebuildRequest = { kind: 'rebuild'; target: RebuildTarget; fromStart: boolean } | { kind: 'stop' }

/** What it answers, once. */
export type RebuildAnswer = { kind: 'ended'; isDone: boolean } | { kind: 'failed'; message: string; code: string | undefined }
