import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, countPlaywright } from './count-tests.ts'
import { runForeground } from './run-foreground.mjs'
import { workspaceEnvironment, workspaceNode, workspaceRoot } from './workspace.mjs'

const web = join(workspaceRoot, 'apps', 'web')
const playwright = join(web, 'node_modules', '@playwright', 'test', 'cli.js')
const reportFile = join(web, 'test-results', 'playwright.json')

/** Runs the browser tests against the built site and a real API; `browser` is the path of a Chromium. */
export const runBrowserTests = async (browser: string): Promise<Counts> => {
  rmSync(reportFile, { force: true })
  await runForeground(workspaceNode, [playwright, 'test', '--config', join('e2e', 'playwright.config.ts'), '--reporter=list,json'], {
    cwd: web,
    env: workspaceEnvironment({ CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }),
  })
  return countPlaywright(reportFile)
}
