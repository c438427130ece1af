import type { ContentApi } from '../content-api/open-content-api.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import { collectOuterLinks } from './outer-links.ts'

/** `url` is an address the article itself leads to. */
export type LeavingView = { kind: 'leaving'; article: { id: string; title: string }; url: string }

/**
 * The notice before another site. It speaks only of addresses that stand in the article named with them:
 * nobody can borrow the name of this site to lend trust to an address of their own.
 */
export const loadLeaving = async (
  api: ContentApi,
  { article: articleId, url }: Record<string, string | string[] | undefined>,
): Promise<PageDecision<LeavingView>> => {
  if (typeof articleId !== 'string' || typeof url !== 'string' || !/^[0-9a-z]{1,26}$/.test(articleId)) return notFound
  const answer = await api.findArticle(articleId)
  if (answer.status !== 'found' || !collectOuterLinks(answer.value).has(url)) return notFound
  return { show: { kind: 'leaving', article: { id: articleId, title: answer.value.fullTitle }, url } }
}
