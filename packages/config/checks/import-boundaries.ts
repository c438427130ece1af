import { matchesGlob } from 'node:path'
import { findImports } from './find-imports.ts'
import type { Repository, Violation } from './repository.ts'

/** What the files matching `files` may import (`only`) or may not (`never`); globs over Import.target. */
type Boundary = { because: string; files: string; testsToo?: true; only?: readonly string[]; never?: readonly string[] }

const sql = ['drizzle-orm', 'drizzle-orm/**', 'better-sqlite3', 'pg', 'apps/api/src/database/**']
const http = ['fastify', 'fastify-*', '@fastify/**', 'apps/api/src/plugins/**']
const wiring = ['apps/api/src/server.ts', 'apps/api/src/app.ts', 'apps/api/src/config.ts']

/** The directions of the house. Inside one member tests may reach further (they put the pieces together), between members they may not. */
const boundaries: readonly Boundary[] = [
  { files: 'packages/schema/src/**', only: ['zod', 'packages/schema/src/**'], because: 'the contract imports zod and nothing else' },
  {
    files: 'packages/client/src/**',
    only: ['@gazette/schema/**', 'packages/client/src/**'],
    because: 'the client knows the contract and nothing else, so that it runs anywhere',
  },
  {
    files: 'packages/byte-cache/src/**',
    only: ['node:*', 'packages/byte-cache/src/**'],
    because: 'the byte cache serves two applications and depends on neither',
  },
  {
    files: 'apps/{web,studio}/**',
    testsToo: true,
    never: ['@gazette/api', '@gazette/api/**', 'apps/api/**'],
    because: 'the site meets the API over HTTP only',
  },
  {
    files: 'apps/api/**',
    testsToo: true,
    never: ['@gazette/web/**', 'apps/web/**', 'apps/studio/**', 'next', 'react'],
    because: 'the API does not know its readers',
  },
  { files: 'apps/api/src/**/*-routes.ts', never: [...sql, ...wiring], because: 'routes speak HTTP and ask queries; they know no SQL' },
  { files: 'apps/api/src/**/*-queries.ts', never: [...http, ...wiring, '**/*-routes.ts'], because: 'queries speak SQL and know no HTTP' },
  {
    files: 'apps/api/src/**/*-mapper.ts',
    never: [...http, ...wiring, '**/*-queries.ts', '**/*-routes.ts'],
    because: 'mappers are pure functions',
  },
  {
    files: 'apps/api/src/database/**',
    never: [...http, ...wiring, '**/*-queries.ts', '**/*-routes.ts'],
    because: 'the database layer is the lowest',
  },
  { files: 'apps/api/src/app.ts', never: ['apps/api/src/server.ts'], because: 'the process builds the app, not the other way round' },
]

const isSource = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/fixtures/')

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\/|\/e2e\//.test(file)

/** Finds every import that goes against a direction of the house. */
export const findBoundaryViolations = ({ files, read }: Repository): Violation[] =>
  files.filter(isSource).flatMap((file) => {
    const applying = boundaries.filter((boundary) => (boundary.testsToo || !isTest(file)) && matchesGlob(file, boundary.files))
    const imports = applying.length === 0 ? [] : findImports(file, read(file))
    return applying.flatMap(({ only, never, because }) =>
      imports
        .filter(({ target }) => matchesAny(target, never ?? []) || (only !== undefined && !matchesAny(target, only)))
        .map(({ target, line }) => ({ file, line, message: `imports ${target}: ${because}` })),
    )
  })

const matchesAny = (target: string, globs: readonly string[]): boolean => globs.some((glob) => matchesGlob(target, glob))
