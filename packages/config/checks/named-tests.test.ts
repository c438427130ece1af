import { expect, it } from 'vitest'
import { findMissingTests } from './named-tests.ts'
import { repositoryOf } from './repository-of.ts'

it('refuses a test that a document names and that is not there, and lets pass those that are', () => {
  const repository = repositoryOf({
    'src/a.test.ts': "it('keeps its promise', () => {})\nit.each([1])(`counts %i`, () => {})",
    'docs/promises.md':
      '| 1 | [a](../src/a.test.ts): *keeps its promise*; *counts %i* |\n| 2 | [a](../src/a.test.ts): *keeps its*; *breaks it* |\n| 3 | [b](../src/b.test.ts): *is gone* |',
  })
  expect(findMissingTests(repository)).toEqual([
    { file: 'docs/promises.md', line: 2, message: 'names the test "keeps its", which src/a.test.ts does not have' },
    { file: 'docs/promises.md', line: 2, message: 'names the test "breaks it", which src/a.test.ts does not have' },
    { file: 'docs/promises.md', line: 3, message: 'names the test "is gone", which src/b.test.ts does not have' },
  ])
})
