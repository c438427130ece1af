import { chromium, ensureSystemProgram } from '@gazette/config/scripts/system-programs.ts'
import { defineConfig } from '@playwright/test'

/** Browser tests run on the machine's own Chromium, which stays silent towards the outside. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results/browser',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
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
