import { test as base } from '@playwright/test'
import { type Gazette, startGazette } from './start-gazette.ts'

/**
 * Playwright's `test` with a running Gazette: one for each worker, so that what one file does to it no other file sees
 * at the same time. Addresses without a host (`page.goto('/')`) mean its site.
 */
export const test = base.extend<object, { gazette: Gazette }>({
  gazette: [
    async ({ browserName: _ }, use) => {
      const gazette = await startGazette()
      await use(gazette)
      await gazette.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ gazette }, use) => use(gazette.siteUrl),
})
