import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addCounts, countPlaywright, countVitest } from './count-tests.ts'

const reportFile = (report: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('counting tests', () => {
  it('adds up what Vitest reports', () => {
    const one = countVitest(reportFile({ numPassedTests: 3, numFailedTests: 0, success: true }))
    const two = countVitest(reportFile({ numPassedTests: 4, numFailedTests: 2, success: false }))
    expect(addCounts([one, two])).toEqual({ passed: 7, failed: 2 })
  })

  it('counts a file that cannot be loaded as a failure, although no test of it failed', () => {
    expect(countVitest(reportFile({ numPassedTests: 3, numFailedTests: 0, success: false }))).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a run that left no report as a failure', () => {
    expect(countVitest('/nowhere/report.json')).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright('/nowhere/report.json')).toEqual({ passed: 0, failed: 1 })
  })

  it('counts flaky browser tests and errors outside of tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
    expect(countPlaywright(reportFile({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 3 })
  })
})
