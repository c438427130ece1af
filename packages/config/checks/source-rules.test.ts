import { describe, expect, it } from 'vitest'
import { repositoryOf } from './repository-of.ts'
import { findSourceViolations } from './source-rules.ts'

const violations = (file: string, text = '') => findSourceViolations(repositoryOf({ [file]: text }))

describe('source rules', () => {
  it.each([
    'packages/schema/src/index.ts',
    'apps/api/src/articles/utils.ts',
    'apps/web/src/helpers/date.ts',
    'apps/web/src/article/types.ts',
  ])('refuses the name of %s', (file) => {
    expect(violations(file)).toHaveLength(1)
  })

  it('leaves the names of routes to Next', () => {
    expect(violations('apps/web/src/pages/index.tsx')).toEqual([])
  })

  it('refuses a transaction outside the database folder', () => {
    const text = `\nawait db.transaction(async (tx) => tx)\nwriter.exec('BEGIN IMMEDIATE')`
    expect(violations('apps/api/src/publishing/publish.ts', text).map(({ line }) => line)).toEqual([2, 3])
    expect(violations('apps/api/src/database/open-sqlite.ts', text)).toEqual([])
  })

  it.each([
    ['biome', 'ignore'],
    ['eslint', 'disable'],
    ['@ts', 'expect-error'],
    ['@ts', 'ignore'],
    ['@ts', 'nocheck'],
  ])('refuses %s-%s', (...words) => {
    expect(violations('apps/api/src/app.ts', `/${'/'} ${words.join('-')} because\n`)).toHaveLength(1)
  })
})
