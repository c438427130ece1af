import { checkSteps } from './check-steps.ts'
import { addCounts, type Counts, countStep } from './count-tests.ts'
import { startPostgresCluster } from './postgres-cluster.ts'
import { runBrowserTests } from './run-browser-tests.ts'
import { runSteps, type Step } from './run-steps.ts'
import { runUnitTests } from './run-unit-tests.ts'
import { smokeStart } from './smoke-start.ts'
import { chromium, ensureSystemProgram } from './system-programs.ts'

const interrupted = new AbortController()
process.on('SIGINT', () => interrupted.abort()).on('SIGTERM', () => interrupted.abort())

/** Runs one part of the tests. A part that cannot run is one failure, with its reason: it must not hide what the others say. */
const part = async (title: string, work: () => Promise<Counts>): Promise<Counts> => {
  interrupted.signal.throwIfAborted()
  process.stdout.write(`\n→ ${title}\n`)
  try {
    return await work()
  } catch (error) {
    process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`)
    return countStep(false)
  }
}

const countSteps = async (steps: readonly Step[]): Promise<Counts> =>
  addCounts((await runSteps(steps)).map(({ passed }) => countStep(passed)))

const runUnitTestsOnBoth = async (): Promise<Counts> => {
  const cluster = await startPostgresCluster()
  try {
    return await runUnitTests(cluster.url)
  } finally {
    await cluster.stop()
  }
}

const buildStep: Step = { name: '网站 Site', command: ['turbo', 'run', 'build', '--output-logs=new-only'] }

try {
  const counts = [
    await part('检查 Checks', () => countSteps(checkSteps)),
    await part('单元与接口测试，SQLite 与 PostgreSQL  Unit and API tests on SQLite and PostgreSQL', runUnitTestsOnBoth),
    await part('构建 Build', () => countSteps([buildStep])),
    await part('浏览器测试 Browser tests', async () => runBrowserTests(ensureSystemProgram(chromium))),
    await part('启动与停止 Start and stop', () => smokeStart(interrupted.signal)),
  ]
  const { passed, failed } = addCounts(counts)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
} catch (error) {
  if (!interrupted.signal.aborted) throw error
  process.exitCode = 130
}
