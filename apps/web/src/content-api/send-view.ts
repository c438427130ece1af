import { ArticleViews } from '@gazette/schema/view'

const timeoutMilliseconds = 2000

/** Tells the API that an article is seen; never rejects. @returns how often it was by now, or null */
export const sendView = async (
  { apiUrl, fetch }: { apiUrl: string; fetch: typeof globalThis.fetch },
  articleId: string,
  { forwardedFor, userAgent }: { forwardedFor: string; userAgent: string },
): Promise<number | null> => {
  try {
    const response = await fetch(`${apiUrl}/v1/articles/${articleId}/views`, {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': userAgent, ...(forwardedFor !== '' && { 'x-forwarded-for': forwardedFor }) },
      signal: AbortSignal.timeout(timeoutMilliseconds),
      redirect: 'error',
    })
    return response.ok ? ArticleViews.parse(await response.json()).views : null
  } catch {
    // Nobody reads an article for its number of readers.
    return null
  }
}
