import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { addCounts, type Counts, countPlaywright } from './count-tests.ts'
import { runForeground } from './run-foreground.mjs'
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace.mjs'

const playwright = join(workspaceRoot, 'apps', 'web', 'node_modules', '@playwright', 'test', 'cli.js')

/** Runs a member's browser tests against the built site and a real API; `browser` is the path of a Chromium. */
const runBrowserTestsOf = async (member: string, browser: string): Promise<Counts> => {
  const folder = join(workspaceRoot, 'apps', member)
  const reportFile = join(folder, 'test-results', 'playwright.json')
  rmSync(reportFile, { force: true })
  await runForeground(workspaceNode, [playwright, 'test', '--config', join('e2e', 'playwright.config.ts'), '--reporter=list,json'], {
    cwd: folder,
    env: workspaceEnvironment({ CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }),
  })
  return countPlaywright(reportFile)
}

/** Runs the browser tests of the site and of the documentation of the API. */
export const runBrowserTests = async (browser: string): Promise<Counts> =>
  addCounts([await runBrowserTestsOf('web', browser), await runBrowserTestsOf('api', browser)])
