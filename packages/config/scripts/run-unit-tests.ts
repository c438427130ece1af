import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addCounts, type Counts, countVitest } from './count-tests.ts'
import { runForeground } from './run-foreground.mjs'
import { workspaceEnvironment, workspaceRoot } from './workspace.mjs'

const reportFile = join('test-results', 'vitest.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]

/** Runs every member's own tests; those of the API on SQLite and on the PostgreSQL server that `postgresUrl` names. */
export const runUnitTests = async (postgresUrl: string | null): Promise<Counts> => {
  const reports = membersWithTests().map((folder) => join(folder, reportFile))
  for (const report of reports) rmSync(report, { force: true })
  await runForeground('turbo', ['run', 'test', '--continue', '--concurrency=1', '--output-logs=new-only', '--', ...reporters], {
    cwd: workspaceRoot,
    env: workspaceEnvironment(postgresUrl === null ? {} : { TEST_POSTGRES_URL: postgresUrl }),
  })
  return addCounts(reports.map(countVitest))
}

/** The folders of all members whose package.json has a script "test". */
const membersWithTests = (): string[] =>
  globSync('{apps,packages}/*/package.json', { cwd: workspaceRoot })
    .map((manifest) => join(workspaceRoot, manifest))
    .filter((manifest) => existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.test !== undefined)
    .map(dirname)
