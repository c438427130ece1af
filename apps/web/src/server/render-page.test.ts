import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../content-api/ask-api.ts'
import { PageFailure, type PageMaker, renderPage } from './render-page.ts'

const nobody: Ask = () => Promise.reject(new Error('nothing is asked here'))

const answering = (status: number, headers: Record<string, string>): PageMaker => {
  const next: RequestListener = (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers })
    response.end('<p>正文</p>')
  }
  return { next, host: 'www.example.org', ask: nobody }
}

describe('renderPage', () => {
  it('hands on what a page depends on, and tells nobody outside', async () => {
    const made = await renderPage(answering(200, { 'x-page-dependencies': 'list,article:a' }), '/')
    expect(made.dependencies).toEqual(['list', 'article:a'])
    expect(Object.keys(made.headers)).not.toContain('x-page-dependencies')
    expect(made.lifetimeSeconds).toBeUndefined()
  })

  it('gives a page no longer to live than what it shows', async () => {
    const inAnHour = await renderPage(answering(200, { 'x-page-expires': String(Date.now() + 3_600_000) }), '/')
    expect(inAnHour.lifetimeSeconds).toBeGreaterThan(3590)
    expect(inAnHour.lifetimeSeconds).toBeLessThanOrEqual(3600)
    const past = await renderPage(answering(200, { 'x-page-expires': String(Date.now() - 1) }), '/')
    expect(past.lifetimeSeconds).toBe(0)
  })

  it('takes an error of Next for no page', async () => {
    await expect(renderPage(answering(500, {}), '/')).rejects.toBeInstanceOf(PageFailure)
  })
})
