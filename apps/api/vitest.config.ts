import { defineConfig } from 'vitest/config'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server that tests may make databases on; empty when there is none. */
    postgresUrl: string
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    provide: { postgresUrl: process.env['TEST_POSTGRES_URL'] ?? '' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
