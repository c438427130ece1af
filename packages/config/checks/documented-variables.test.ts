import { expect, it } from 'vitest'
import { findUndocumentedVariables } from './documented-variables.ts'
import { repositoryOf } from './repository-of.ts'

it('refuses a variable that a README does not explain', () => {
  const repository = repositoryOf({
    'apps/api/src/config.ts': 'z.object({\n  HOST: z.string(),\n  API_PORT: port,\n})',
    'apps/web/src/site/site-config.ts': 'z.object({\n  HOST: z.string(),\n})',
    'README.md': '| `HOST` | x |\n| `API_PORT` | x |',
    'README.zh-CN.md': '| `HOST` | x |',
  })
  expect(findUndocumentedVariables(repository)).toEqual([
    { file: 'README.zh-CN.md', line: 1, message: 'does not explain the variable API_PORT' },
  ])
})
