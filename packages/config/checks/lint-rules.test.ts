import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceRoot } from '../scripts/workspace.mjs'

/** Files that break the rules, each with `.txt` behind its name so that no tool of this repository takes it for one of its own. */
const fixtures = fileURLToPath(new URL('fixtures/lint', import.meta.url))

const copyFixtures = (root: string): void => {
  for (const file of globSync('**/*.txt', { cwd: fixtures })) {
    const copy = join(root, file.replace(/\.txt$/, ''))
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(fixtures, file), copy)
  }
}

describe('lint rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'gazette-lint-'))
  let findings: { file: string; rule: string }[] = []

  beforeAll(() => {
    for (const file of ['.biome.jsonc', '.gitignore']) copyFileSync(join(workspaceRoot, file), join(root, file))
    copyFixtures(root)
    const lines = Array.from({ length: 251 }, (_, index) => `export const a${index} = 1`)
    writeFileSync(join(root, 'packages/schema/src/too-long.ts'), lines.join('\n'))
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
