import { Inspection } from '@gazette/schema/inspection'
import type { Role } from '@gazette/schema/role'
import { describe, expect, it } from 'vitest'
import { createToken } from '../accounts/token-records.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

describe.each(testEngines)('GET /manage/v1/inspection on %s', (engine) => {
  it('tells editors what is overdue, and nobody else', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine, now: '2026-11-20T09:00:00+08:00' })
    await publish(articleContent({ publishedAt: '2026-11-01T08:00:00+08:00' }), 'chzhxw')
    await publish(articleContent({ publishedAt: '2026-11-19T08:00:00+08:00' }), 'chgzdt')
    const ask = async (role?: Role) => {
      const made = role && (await publishing.write((writing) => createToken(writing, { name: role, role, expiresAt: null })))
      return app.inject({ url: '/manage/v1/inspection', ...(made && { headers: { authorization: `Bearer ${made.token}` } }) })
    }
    expect([(await ask()).statusCode, (await ask('reader')).statusCode]).toEqual([401, 403])
    const response = await ask('editor')
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'private, no-store'])
    const { channels, home } = Inspection.parse(response.json())
    const stateOf = (path: string) => channels.find(({ channel }) => channel.path === path)?.state
    expect([stateOf('zwzx/zhxw'), stateOf('zwzx/gzdt'), home.state]).toEqual(['overdue', 'current', 'current'])
  })
})
