import { describe, expect, it } from 'vitest'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import { openContentApi } from '../content-api/open-content-api.ts'
import type { ReaderArticle, ReaderPlacement } from '../content-api/reader-article.ts'
import { getExample } from '../testing/read-examples.ts'
import { arrangeFront, loadHome } from './load-home.ts'

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

describe('arrangeFront', () => {
  const [first, second, third, fourth] = ['no-source', 'notice', 'policy', 'cover-image'].map(getExample)
  const newest = [first, second, third, fourth].flatMap((article) => article ?? [])
  const pin = (article: ReaderArticle | undefined, highlighted = false): ReaderPlacement[] =>
    article ? [{ article, position: 1, highlighted, until: null }] : []
  const ids = (articles: { id: string }[]) => articles.map(({ id }) => id)

  it('opens with what editors want to stand out, and shows nothing twice', () => {
    const front = arrangeFront([...pin(second), ...pin(third, true)], newest)
    expect(front.lead?.id).toBe(third?.id)
    expect(front.highlights.map(({ article }) => article.id)).toEqual([second?.id])
    expect(ids(front.latest)).toEqual([first?.id, fourth?.id])
  })

  it('opens with the first that is pinned, and with the newest when nothing is', () => {
    expect(arrangeFront(pin(fourth), newest).lead?.id).toBe(fourth?.id)
    expect(arrangeFront([], newest)).toMatchObject({ lead: { id: first?.id }, highlights: [] })
    expect(arrangeFront([], [])).toEqual({ lead: null, highlights: [], latest: [] })
  })
})
