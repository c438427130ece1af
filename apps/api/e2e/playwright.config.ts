import { chromium, ensureSystemProgram } from '@gazette/config/scripts/system-programs.ts'
import { defineConfig } from '@playwright/test'

/** The documentation in the machine's own Chromium, which stays silent towards the outside. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results/browser',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  // Swagger UI takes its time to show a long answer.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: ensureSystemProgram(chromium),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
