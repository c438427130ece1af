import { createHash } from 'node:crypto'
import type { ArticleContent } from '@gazette/schema/article-content'

/** SHA-256 over the JSON of a revision's content, in hex. Content that was parsed by its schema has one order of keys. */
export const contentHash = (content: ArticleContent): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
