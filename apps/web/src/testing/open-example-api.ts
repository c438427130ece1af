import type { ReportReceipt } from '@gazette/schema/report'
import type { Answer } from '../content-api/answer.ts'
import { type ContentApi, openContentApi } from '../content-api/open-content-api.ts'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { answering, problem } from './answering-ask.ts'

const found = <T>(value: T | undefined): Answer<T> => (value === undefined ? { status: 'missing' } : { status: 'found', value })

/** The content API with these articles and reports and nothing else; whatever is not there is not asked over a network. */
export const openExampleApi = (articles: ReaderArticle[], receipts: ReportReceipt[] = []): ContentApi => ({
  ...openContentApi({ ask: answering(404, problem(404, 'not-found')) }),
  findArticle: async (id) => found(articles.find((article) => article.id === id)),
  findReport: async (number) => found(receipts.find((receipt) => receipt.number === number)),
  getReportForm: async () => ({ token: 'fresh', minimumSeconds: 3, expiresAt: '2026-11-24T12:00:00+08:00', kinds: ['typo'] }),
})
