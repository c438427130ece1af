import { existsSync, readFileSync } from 'node:fs'

/** How many promises were kept and how many were not. */
export type Counts = { passed: number; failed: number }

export const addCounts = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
})

/** One command that either worked or did not. */
export const countStep = (passed: boolean): Counts => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** Reads Vitest's JSON report. A run that could not report, or failed outside any test, is one failure. */
export const countVitest = (reportFile: string): Counts => {
  const report = readReport(reportFile)
  if (report === null) return countStep(false)
  const failed = readNumber(report, 'numFailedTests')
  return { passed: readNumber(report, 'numPassedTests'), failed: failed === 0 && report['success'] !== true ? 1 : failed }
}

/** Reads Playwright's JSON report. A test that passed only when repeated has failed. */
export const countPlaywright = (reportFile: string): Counts => {
  const report = readReport(reportFile)
  const stats = report === null ? null : asRecord(report['stats'])
  if (report === null || stats === null) return countStep(false)
  const errors = Array.isArray(report['errors']) ? report['errors'].length : 0
  return { passed: readNumber(stats, 'expected'), failed: readNumber(stats, 'unexpected') + readNumber(stats, 'flaky') + errors }
}

const readReport = (file: string): Record<string, unknown> | null =>
  existsSync(file) ? asRecord(JSON.parse(readFileSync(file, 'utf8'))) : null

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null

const readNumber = (record: Record<string, unknown>, key: string): number => {
  const value = record[key]
  if (typeof value !== 'number') throw new Error(`the report has no number "${key}"`)
  return value
}
