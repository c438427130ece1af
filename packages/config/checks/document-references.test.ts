import { describe, expect, it } from 'vitest'
import { findBrokenReferences } from './document-references.ts'
import { repositoryOf } from './repository-of.ts'

const messages = (text: string, file = 'README.md') =>
  findBrokenReferences(
    repositoryOf({
      'package.json': JSON.stringify({ scripts: { start: '', 'start:api': '', gazette: '' } }),
      'apps/api/docs/guide.md': '',
      'apps/api/src/server.ts': '',
      [file]: text,
    }),
  ).map(({ line, message }) => `${line} ${message}`)

describe('document references', () => {
  it('refuses an npm script that does not exist', () => {
    expect(messages('`npm start`, `npm run start:api`\n\n    npm run -s gazette -- import\n\n`npm run lint`, `npm test`')).toEqual([
      '5 names the npm script "lint", which package.json does not have',
      '5 names the npm script "test", which package.json does not have',
    ])
  })

  it('refuses a link to a file that does not exist', () => {
    expect(messages('[a](apps/api/docs/guide.md#part) [b](apps/api/docs/missing.md)\n[c](https://example.org/x) [d](#top)')).toEqual([
      '1 names apps/api/docs/missing.md, which does not exist',
    ])
  })

  it('reads links from where the document lies', () => {
    expect(messages('[server](../src/server.ts) [gone](src/server.ts)', 'apps/api/docs/map.md')).toEqual([
      '1 names apps/api/docs/src/server.ts, which does not exist',
    ])
  })

  it('refuses a path in code that does not exist, and lets patterns and placeholders be', () => {
    expect(messages('`apps/api/src/` `apps/api/src/server.ts` `apps/cms/src` `apps/*/src` `packages/<name>/src`')).toEqual([
      '1 names apps/cms/src, which does not exist',
    ])
  })
})
