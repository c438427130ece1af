import { describe, expect, it } from 'vitest'
import { workspaceRoot } from '../scripts/workspace.mjs'
import { lineAt, openRepository } from './repository.ts'

describe('openRepository', () => {
  const repository = openRepository(workspaceRoot)

  it('lists our files and leaves out what is installed or generated', () => {
    expect(repository.files).toContain('packages/config/checks/repository.ts')
    expect(repository.files.filter((file) => /node_modules|\.next|\.git\//.test(file))).toEqual([])
  })

  it('counts lines from 1', () => {
    expect([lineAt('a\nb', 0), lineAt('a\nb', 2)]).toEqual([1, 2])
  })
})
