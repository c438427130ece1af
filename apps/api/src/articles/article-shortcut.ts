import type { ContentCoding } from '@gazette/byte-cache/choose-encoding'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { FoundDocument, Shortcut } from '../plugins/answers.ts'
import type { ApiContext } from '../plugins/api-context.ts'
import { jsonType } from '../plugins/serialize.ts'

type ArticlePlaces = Pick<ApiContext, 'articleFile' | 'readyArticles'>

/** An article as `GET /v1/articles/{id}` answers. @param etag of the body before compression, where it is known already */
export const toArticleDocument = (id: string, body: string | Buffer, coding?: ContentCoding, etag?: string): FoundDocument => ({
  body,
  coding,
  etag,
  contentType: jsonType,
  dependencies: [dependencies.channels, dependencies.article(id)],
})

const address = '/v1/articles/'
const idPattern = /^[\w-]+$/

const find = ({ articleFile, readyArticles }: ArticlePlaces, url: string, coding: ContentCoding): FoundDocument | undefined => {
  if (!url.startsWith(address)) return undefined
  const id = url.slice(address.length)
  const filed = articleFile.find(id, coding)
  if (filed) return toArticleDocument(id, filed.body, filed.coding, filed.etag)
  const body = idPattern.test(id) ? readyArticles.findNow(id) : undefined
  return body && toArticleDocument(id, body)
}

/** Ready articles where they are kept: in the file of copies, or beside it in the database. */
export const articleShortcut = (places: ArticlePlaces): Shortcut => ({
  routeConfig: undefined,
  find: (url, coding) => find(places, url, coding),
  release: places.articleFile.release,
})
