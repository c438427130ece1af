import { describe, expect, it } from 'vitest'
import { noteworthyLine } from './noteworthy-line.ts'

describe('noteworthyLine', () => {
  it('keeps requests and other information out of the terminal', () => {
    expect(noteworthyLine('{"level":30,"msg":"request completed"}')).toBeNull()
    expect(noteworthyLine('  ')).toBeNull()
  })

  it('shows warnings, errors and whatever is not a log entry', () => {
    for (const line of ['{"level":40,"msg":"slow"}', '{"level":50,"msg":"broken"}', 'Error: no such table', '{not json', '{"a":1}']) {
      expect(noteworthyLine(line)).toBe(line)
    }
  })
})
