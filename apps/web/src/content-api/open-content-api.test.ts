import { describe, expect, it } from 'vitest'
import { answering, problem } from '../testing/answering-ask.ts'
import { getExample } from '../testing/read-examples.ts'
import { ApiUnavailable } from './api-unavailable.ts'
import type { Ask } from './ask-api.ts'
import { openContentApi } from './open-content-api.ts'

const open = (ask: Ask) => openContentApi({ ask, timeoutMs: 20 })
const article = getExample('no-source')

describe('openContentApi', () => {
  it('asks for the address of the contract', async () => {
    const asked: string[] = []
    const api = open((path, patienceMs) => {
      asked.push(path)
      return answering(404, problem(404, 'not-found'))(path, patienceMs)
    })
    await api.listArticles({ channel: 'zwzx/zhxw', page: 2, limit: 20, include: 'total' })
    await api.resolve('/art/2024/1.html?id=7')
    expect(asked).toEqual([
      '/v1/articles?channel=zwzx%2Fzhxw&page=2&limit=20&include=total',
      '/v1/resolve?url=%2Fart%2F2024%2F1.html%3Fid%3D7',
    ])
  })

  it('remembers what a page depends on', async () => {
    const api = open(answering(200, article, { 'cache-tag': 'article:1, channels' }))
    await api.findArticle(article.id)
    await api.findArticle(article.id)
    expect(api.dependencies()).toEqual([`article:${article.id}`, 'article:1', 'channels'])
  })

  it('tells a missing article from a removed one', async () => {
    expect(await open(answering(404, problem(404, 'article-not-found'))).findArticle('a')).toEqual({ status: 'missing' })
    const removed = problem(410, 'article-removed', { detail: '应作者要求' })
    expect(await open(answering(410, removed)).findArticle('a')).toEqual({ status: 'gone', reason: '应作者要求' })
  })

  it('lets a page that found nothing depend on what it looked for', async () => {
    const api = open(answering(404, problem(404, 'not-found')))
    await api.findArticle('later')
    await api.resolve('/old.html')
    expect(api.dependencies()).toEqual(['article:later', 'list', 'channels'])
  })

  it('takes a list of an unknown channel for missing', async () => {
    const errors = [{ parameter: 'channel', code: 'unknown-channel', message: '没有这个栏目' }]
    const refusal = problem(400, 'invalid-parameter', { errors })
    expect(await open(answering(400, refusal)).listArticles({ channel: 'nope' })).toEqual({ status: 'missing' })
  })

  it('skips blocks and marks that were added later', async () => {
    const body = [
      { type: 'hologram', id: 'x' },
      { type: 'paragraph', id: 'a', spans: [{ text: '正文', marks: ['strong', 'sparkle'] }] },
    ]
    const answer = await open(answering(200, { ...article, kind: 'podcast', body })).findArticle('a')
    expect(answer).toMatchObject({
      value: { kind: 'podcast', body: [{ type: 'paragraph', spans: [{ text: '正文', marks: ['strong'] }] }] },
    })
  })

  it.each([
    ['fails', answering(500, {})],
    ['answers garbage', answering(200, '<html>')],
    ['answers outside the contract', answering(200, { ...article, title: 7 })],
    ['damages a known block', answering(200, { ...article, body: [{ type: 'paragraph', id: 'a' }] })],
    ['breaks off', answering(200, '{"id":"a","tit')],
    ['leads elsewhere', answering(302, '', { location: '/v1/articles/a' })],
    ['has another server in its place that knows no such address', answering(404, '<html>')],
    ['has another server in its place that calls everything gone', answering(410, {})],
    ['cannot be reached', () => Promise.reject(new Error('refused'))],
  ])('says that the API is unavailable when it %s', async (_, ask) => {
    await expect(open(ask).findArticle('a')).rejects.toBeInstanceOf(ApiUnavailable)
  })

  it('knows when what it read ends by itself, and that nothing else does', async () => {
    const placement = (until: string | null) => ({ article, position: 1, highlighted: false, until })
    const ends = ['2026-12-02T00:00:00+08:00', null, '2026-12-01T00:00:00+08:00'].map(placement)
    const api = open(answering(200, { data: ends }))
    expect(api.expiresAt()).toBe(Number.POSITIVE_INFINITY)
    expect(await api.listPlacements()).toHaveLength(3)
    expect(api.expiresAt()).toBe(Date.parse('2026-12-01T00:00:00+08:00'))
  })

  it('tells when the API gave its last good answer for want of a new one', async () => {
    const current = open(answering(200, article, { 'cache-control': 'public, max-age=0' }))
    await current.findArticle('a')
    expect(current.isStandIn()).toBe(false)
    const standIn = open(answering(200, article, { 'cache-control': 'no-cache' }))
    await standIn.findArticle('a')
    expect(standIn.isStandIn()).toBe(true)
  })
})
