import { Article } from '@gazette/schema/article'
import type { BodyForm } from '@gazette/schema/article-query'
import type { ChangeFollower } from '../changes/change-follower.ts'
import { serialize } from '../plugins/serialize.ts'
import type { ContextOptions } from './article-context.ts'
import { getArticle } from './article-read.ts'
import type { ReadyArticles } from './ready-articles.ts'

/** The form that is kept ready: what the site and most programs read. */
const readyForm: BodyForm = 'blocks'

type DocumentOptions = ContextOptions & { follower: Pick<ChangeFollower, 'position'>; readyArticles: ReadyArticles }

/** Serialises one article in the form that is kept ready, and offers it. @throws as `getArticle` */
export const makeArticleDocument = async (options: DocumentOptions, id: string): Promise<string> => {
  const position = options.follower.position()
  const body = serialize(Article, await getArticle(options, id, readyForm))
  options.readyArticles.offer({ id, body, position })
  return body
}

/**
 * The answer about one article: as it was kept, or made now.
 * @throws {NotFound} when there is none @throws {Gone} with the reason once it is removed
 */
export const readArticleDocument = async (options: DocumentOptions, id: string, form: BodyForm): Promise<string | Buffer> =>
  form === readyForm
    ? ((await options.readyArticles.find(id)) ?? makeArticleDocument(options, id))
    : serialize(Article, await getArticle(options, id, form))
