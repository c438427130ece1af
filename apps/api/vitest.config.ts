import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server that tests may make databases on; empty when there is none. */
    postgresUrl: string
    /** How many requests the fuzz test makes on each engine. */
    fuzzRequests: number
    /** The example site, ready to be copied: a folder, and a database of the PostgreSQL server. */
    prepared: { directory: string; template: string }
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/prepare-example-site.ts'],
    provide: { postgresUrl: process.env['TEST_POSTGRES_URL'] ?? '', fuzzRequests: Number(process.env['FUZZ_REQUESTS'] ?? 600) },
    // By itself Vitest leaves one core for those who watch: on two cores, half of them.
    maxWorkers: availableParallelism(),
    // Some promises take a handful of processes to see, on machines busier than this one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
