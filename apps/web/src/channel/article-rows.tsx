import type { ReaderSummary } from '../content-api/reader-article.ts'
import { articlePath } from '../site/paths.ts'
import { TitleText } from '../site/title-text.tsx'

/** Titles with their dates, one a line: the list readers of a gazette know. */
export const ArticleRows = ({ articles, showChannel = false }: { articles: ReaderSummary[]; showChannel?: boolean }) => (
  <ul className="rows">
    {articles.map((article) => (
      <li key={article.id}>
        <a href={articlePath(article.id)} lang={article.language}>
          <TitleText text={article.title} />
        </a>
        {showChannel && <span className="row-channel">{article.channel.name}</span>}
        <time dateTime={article.publishedOn}>{article.publishedOn}</time>
      </li>
    ))}
  </ul>
)
