import { describe, expect, it } from 'vitest'
import { buildTestApp } from '../testing/build-test-app.ts'

describe('the committed OpenAPI document', () => {
  it('is the one that is served (the script `openapi` writes it anew)', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const document = (await app.inject('/openapi.json')).json()
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../../openapi/openapi.json')
  })
})
