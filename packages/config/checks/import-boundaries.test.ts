import { describe, expect, it } from 'vitest'
import { findBoundaryViolations } from './import-boundaries.ts'
import { repositoryOf } from './repository-of.ts'

const messages = (file: string, text: string) =>
  findBoundaryViolations(repositoryOf({ [file]: text })).map(({ line, message }) => `${line} ${message}`)

describe('import boundaries', () => {
  it.each([
    ['packages/schema/src/article.ts', `import { readFile } from 'node:fs'`],
    ['packages/schema/src/article.ts', `import { html } from '../../../apps/api/src/rendering/render-html.ts'`],
    ['packages/client/src/client.ts', `import { z } from 'zod'`],
    ['packages/byte-cache/src/byte-cache.ts', `import type { Change } from '@gazette/schema/change'`],
    ['apps/web/src/article/article-page.tsx', `import type { Config } from '../../../api/src/config.ts'`],
    ['apps/web/e2e/site.test.ts', `import { buildApp } from '@gazette/api'`],
    ['apps/studio/src/main.tsx', `export { app } from '../../api/src/app.ts'`],
    ['apps/api/src/site/site-routes.ts', `import React from 'react'`],
    ['apps/api/src/articles/article-routes.ts', `import { eq } from 'drizzle-orm'`],
    ['apps/api/src/articles/article-routes.ts', `import type { Store } from '../database/store.ts'`],
    ['apps/api/src/articles/article-queries.ts', `import type { FastifyInstance } from 'fastify'`],
    ['apps/api/src/articles/article-queries.ts', `import { httpCache } from '../plugins/http-cache.ts'`],
    ['apps/api/src/articles/article-queries.ts', `const { articleRoutes } = await import('./article-routes.ts')`],
    ['apps/api/src/articles/article-queries.ts', `import { readConfig } from '../config.ts'`],
    ['apps/api/src/articles/article-mapper.ts', `import { createArticleQueries } from './article-queries.ts'`],
    ['apps/api/src/database/open-sqlite.ts', `import { buildApp } from '../app.ts'`],
    ['apps/api/src/app.ts', `import './server.ts'`],
  ])('refuses in %s: %s', (file, text) => {
    expect(messages(file, `\n${text}\n`)).toEqual([expect.stringMatching(/^2 imports /)])
  })

  it.each([
    ['packages/schema/src/article.ts', `import { z } from 'zod'\nimport { Block } from './block.ts'`],
    ['packages/client/src/client.ts', `import type { Article } from '@gazette/schema/article'`],
    ['apps/web/src/article/article-page.tsx', `import type { Article } from '@gazette/schema/article'`],
    ['apps/api/src/articles/article-routes.ts', `import type { ArticleQueries } from './article-queries.ts'`],
    ['apps/api/src/articles/article-queries.ts', `import { eq } from 'drizzle-orm'\nimport type { Store } from '../database/store.ts'`],
    ['packages/schema/src/article.test.ts', `import { it } from 'vitest'`],
  ])('allows in %s: %s', (file, text) => {
    expect(messages(file, text)).toEqual([])
  })

  it('sees imports that span lines', () => {
    expect(messages('packages/schema/src/article.ts', `import {\n  a,\n  b,\n} from 'lodash'\n`)).toEqual([
      '4 imports lodash: the contract imports zod and nothing else',
    ])
  })
})
