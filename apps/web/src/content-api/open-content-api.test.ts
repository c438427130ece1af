import { describe, expect, it } from 'vitest'
import { getExample } from '../testing/read-examples.ts'
import { ApiUnavailable } from './api-unavailable.ts'
import { openContentApi } from './open-content-api.ts'
import type { Fetch } from './read-json.ts'

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Fetch =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })

const open = (fetch: Fetch) => openContentApi({ apiUrl: 'http://api.invalid', fetch, timeoutMs: 20 })
const article = getExample('no-source')

describe('openContentApi', () => {
  it('asks for the address of the contract', async () => {
    const asked: string[] = []
    const api = open(async (url) => {
      asked.push(url)
      return new Response('{}', { status: 404 })
    })
    await api.listArticles({ channel: 'zwzx/zhxw', page: 2, limit: 20, include: 'total' })
    await api.resolve('/art/2024/1.html?id=7')
    expect(asked).toEqual([
      'http://api.invalid/v1/articles?channel=zwzx%2Fzhxw&page=2&limit=20&include=total',
      'http://api.invalid/v1/resolve?url=%2Fart%2F2024%2F1.html%3Fid%3D7',
    ])
  })

  it('remembers what a page depends on', async () => {
    const api = open(answering(200, article, { 'cache-tag': 'article:1, channels' }))
    await api.findArticle(article.id)
    await api.findArticle(article.id)
    expect(api.dependencies()).toEqual([`article:${article.id}`, 'article:1', 'channels'])
  })

  it('tells a missing article from a removed one', async () => {
    expect(await open(answering(404, {})).findArticle('a')).toEqual({ status: 'missing' })
    const problem = {
      type: 'https://api.example.org/v1/problems/article-removed',
      title: '已移除',
      status: 410,
      detail: '应作者要求',
      instance: 'urn:uuid:1',
      code: 'article-removed',
    }
    expect(await open(answering(410, problem)).findArticle('a')).toEqual({ status: 'gone', reason: '应作者要求' })
  })

  it('lets a page that found nothing depend on what it looked for', async () => {
    const api = open(answering(404, {}))
    await api.findArticle('later')
    await api.resolve('/old.html')
    expect(api.dependencies()).toEqual(['article:later', 'list', 'channels'])
  })

  it('takes a list of an unknown channel for missing', async () => {
    const problem = {
      type: 'https://api.example.org/v1/problems/invalid-parameter',
      title: '参数取值无效',
      status: 400,
      detail: '',
      instance: 'urn:uuid:1',
      code: 'invalid-parameter',
      errors: [{ parameter: 'channel', code: 'unknown-channel', message: '没有这个栏目' }],
    }
    expect(await open(answering(400, problem)).listArticles({ channel: 'nope' })).toEqual({ status: 'missing' })
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
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
  ])('says that the API is unavailable when it %s', async (_, fetch) => {
    await expect(open(fetch).findArticle('a')).rejects.toBeInstanceOf(ApiUnavailable)
  })

  it('gives up after its patience', async () => {
    const silent: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    await expect(open(silent).findArticle('a')).rejects.toBeInstanceOf(ApiUnavailable)
  })
})
