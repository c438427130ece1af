import { describe, expect, it } from 'vitest'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

describe.each(testEngines)('health on %s', (engine) => {
  it('is alive and ready, names its version, and is never kept', async () => {
    const { app } = await buildTestApp({ engine })
    for (const url of ['/livez', '/readyz']) {
      const response = await app.inject(url)
      expect(response.json()).toEqual({ status: 'ok' })
      expect(response.headers['cache-control']).toBe('no-store')
    }
    expect((await app.inject('/version')).json()).toMatchObject({ name: 'gazette', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  })

  it('lives but is not ready without its database, and answers what it has ready', async () => {
    const { app, store } = await buildTestApp({ engine })
    await app.inject('/v1/channels')
    await store.close()
    expect((await app.inject('/livez')).statusCode).toBe(200)
    const response = await app.inject('/readyz')
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ code: 'service-unavailable' })
    expect((await app.inject('/v1/channels')).statusCode).toBe(200)
    const failed = await app.inject('/v1/site')
    expect(failed.statusCode).toBe(503)
    expect(failed.body).not.toMatch(/SELECT|sqlite|pool/i)
  })
})
