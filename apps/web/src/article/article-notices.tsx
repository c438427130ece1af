import type { ReaderArticle } from '../content-api/reader-article.ts'
import { formatMinute } from '../site/format-date.ts'
import { words } from '../site/words.ts'
import { articleWords } from './article-words.ts'

const oldAfterYears = 2

/** What a reader must know before reading: that the text was withdrawn, or that it is old. */
export const ArticleNotices = ({
  article,
  timeZone,
  ageYears,
}: {
  article: Pick<ReaderArticle, 'withdrawal' | 'language'>
  timeZone: string
  ageYears: number
}) => {
  if (article.withdrawal) {
    return (
      <section className="notice notice-withdrawn" aria-label={words.noticeWithdrawn}>
        <p className="notice-title">
          {words.noticeWithdrawn}
          <time dateTime={article.withdrawal.at}>{formatMinute(article.withdrawal.at, timeZone)}</time>
        </p>
        <p>{`${words.reason}：${article.withdrawal.reason}`}</p>
        <p>{words.noticeWithdrawnHint}</p>
      </section>
    )
  }
  if (ageYears < oldAfterYears) return null
  return (
    <p className="notice-old" lang={article.language}>
      {articleWords(article.language).noticeOld(ageYears)}
    </p>
  )
}
