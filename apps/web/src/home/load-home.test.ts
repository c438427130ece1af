import { describe, expect, it } from 'vitest'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import { openContentApi } from '../content-api/open-content-api.ts'
import { loadHome } from './load-home.ts'

describe('loadHome', () => {
  it('leaves no failure unhandled when everything fails', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    const api = openContentApi({ ask: () => Promise.reject(new Error('refused')) })
    const channels = new Promise<never>((_, reject) => setImmediate(() => reject(new ApiUnavailable('later'))))
    await expect(loadHome(api, channels)).rejects.toBeInstanceOf(ApiUnavailable)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
})
