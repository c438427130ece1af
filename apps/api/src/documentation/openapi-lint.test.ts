import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core'
import { describe, expect, it } from 'vitest'
import { spectralRuleset } from '../../openapi/spectral-ruleset.ts'

const folder = new URL('../../openapi/', import.meta.url)
const redocly = createRequire(import.meta.url)
  .resolve('@redocly/cli/package.json')
  .replace('package.json', 'bin/cli.js')

describe('the committed OpenAPI document', () => {
  it('is valid OpenAPI 3.1 and has no warning from Redocly, recommended-strict', async () => {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [redocly, 'lint', 'openapi.json', '--config', 'redocly.yaml', '--format', 'stylish'],
      { cwd: folder, env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' } },
    )
    expect(stderr).toContain('Your API description is valid')
    expect(stderr).not.toMatch(/warning/i)
  })

  it("has no warning from Spectral's rules for OpenAPI nor from OWASP's, but for the exceptions written down", async () => {
    const spectral = new spectralCore.Spectral()
    spectral.setRuleset(spectralRuleset as unknown as RulesetDefinition)
    const results = await spectral.run(JSON.parse(await readFile(new URL('openapi.json', folder), 'utf8')))
    const said = results.map(({ code, path, message }) => `${code} ${path.join('/')} ${message}`)
    expect([...new Set(said)]).toEqual([])
  })
})
