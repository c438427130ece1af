import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceRoot } from '../scripts/workspace.mjs'

const badFiles: Record<string, string> = {
  'packages/schema/package.json': '{ "name": "schema", "dependencies": {} }',
  'packages/schema/src/reads-environment.ts': `export const port = process.env['PORT']\n`,
  'apps/api/src/config.ts': `export const port = process.env['PORT']\n`,
  'packages/schema/src/first.ts': `import { second } from './second.ts'\n\nexport const first = () => second()\n`,
  'packages/schema/src/second.ts': `import { first } from './first.ts'\n\nexport const second = (): unknown => first()\n`,
  'packages/schema/src/too-long.ts': 'export const a = 1\n'.repeat(251).replaceAll(/a(?= =)/g, (_, offset) => `a${offset}`),
  'packages/schema/src/undeclared.ts': `import { z } from 'zod'\n\nexport const text = z.string()\n`,
  'packages/schema/src/skipped.test.ts': `it.skip('does nothing', () => {})\n`,
  'packages/schema/src/focused.test.ts': `it.only('does something', () => {})\n`,
  'packages/schema/src/CamelCase.ts': `export const a: any = 1\n`,
  'packages/schema/src/all.ts': `export * from './first.ts'\nexport default 1\n`,
}

describe('lint rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'gazette-lint-'))
  let findings: { file: string; rule: string }[] = []

  beforeAll(() => {
    for (const file of ['.biome.jsonc', '.gitignore']) copyFileSync(join(workspaceRoot, file), join(root, file))
    for (const [file, text] of Object.entries(badFiles)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    execFileSync('git', ['init', '-q'], { cwd: root })
    const biome = join(workspaceRoot, 'node_modules', '.bin', 'biome')
    const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], { cwd: root, encoding: 'utf8' })
    const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout)
    findings = diagnostics.map(({ category, location }) => ({ file: location.path, rule: category.split('/').at(-1) ?? '' }))
  })

  afterAll(() => rmSync(root, { recursive: true }))

  it.each([
    ['packages/schema/src/reads-environment.ts', 'noProcessEnv'],
    ['packages/schema/src/first.ts', 'noImportCycles'],
    ['packages/schema/src/too-long.ts', 'noExcessiveLinesPerFile'],
    ['packages/schema/src/undeclared.ts', 'noUndeclaredDependencies'],
    ['packages/schema/src/skipped.test.ts', 'noSkippedTests'],
    ['packages/schema/src/focused.test.ts', 'noFocusedTests'],
    ['packages/schema/src/CamelCase.ts', 'useFilenamingConvention'],
    ['packages/schema/src/CamelCase.ts', 'noExplicitAny'],
    ['packages/schema/src/all.ts', 'noReExportAll'],
    ['packages/schema/src/all.ts', 'noDefaultExport'],
  ])('refuses %s by %s', (file, rule) => {
    expect(findings).toContainEqual({ file, rule })
  })

  it('lets the configuration read the environment', () => {
    expect(findings.filter(({ file }) => file === 'apps/api/src/config.ts')).toEqual([])
  })
})
