import { EmptyQuery } from '@gazette/schema/article-query'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { readGuides } from './guides.ts'
import { referenceDocuments } from './reference-page.ts'
import { guideSecurityPolicy, renderGuideIndex, renderGuidePage } from './render-guide-page.ts'
import { renderLlmsText } from './render-llms-text.ts'

const htmlHeaders = { 'content-security-policy': guideSecurityPolicy }
const html = 'text/html; charset=utf-8'
const markdown = 'text/markdown; charset=utf-8'

/**
 * The reference at `/docs`, the guides at `/docs/guides`, each as a page and as Markdown, and `/llms.txt`. They change only with
 * the program.
 */
export const documentationRoutes: ApiRoutes = async (app, { answers, apiUrl, siteUrl }) => {
  const guides = readGuides(apiUrl)
  const serve = (path: string, contentType: string, read: () => string | Buffer, headers: Record<string, string> = {}): void => {
    app.get(path, { schema: { hide: true, querystring: EmptyQuery } }, (request, reply) =>
      answers.sendDocument(request, reply, async () => ({
        body: read(),
        contentType,
        dependencies: [],
        headers: { 'cache-control': 'public, max-age=300', ...headers },
      })),
    )
  }
  for (const { path, contentType, read, headers } of referenceDocuments) serve(path, contentType, read, headers)
  serve('/docs/guides', html, () => renderGuideIndex(guides), htmlHeaders)
  for (const guide of guides) {
    serve(`/docs/guides/${guide.name}`, html, () => renderGuidePage(guides, guide), htmlHeaders)
    serve(`/docs/guides/${guide.name}.md`, markdown, () => guide.markdown)
  }
  serve('/llms.txt', markdown, () => renderLlmsText(guides, { apiUrl, siteUrl }))
}
