import { ArticleContent } from '@gazette/schema/article-content'
import type { z } from 'zod'

/** Content of an article with just what a test cares about; the rest is plain and the same every time. */
export const articleContent = (overrides: Partial<z.input<typeof ArticleContent>> = {}): ArticleContent => {
  const title = overrides.title ?? '关于测试的消息'
  return ArticleContent.parse({
    kind: 'news',
    title,
    fullTitle: title,
    publishedAt: '2026-11-01T08:00:00+08:00',
    publishedPrecision: 'minute',
    body: [{ type: 'paragraph', id: 'p1', spans: [{ text: `${title}，正文。` }] }],
    ...overrides,
  })
}
