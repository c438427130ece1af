import { Picture } from '../article/blocks/picture.tsx'
import type { ReaderSummary } from '../content-api/reader-article.ts'
import { articlePath } from '../site/paths.ts'
import { TitleText } from '../site/title-text.tsx'

/** Articles with summary and, where there is one, picture: the pages of a channel. */
export const ArticleCards = ({ articles, showChannel = false }: { articles: ReaderSummary[]; showChannel?: boolean }) => (
  <ol className="cards">
    {articles.map((article) => (
      <li key={article.id} lang={article.language}>
        <article className={article.cover ? 'card card-with-picture' : 'card'}>
          <p className="card-date">
            <time dateTime={article.publishedOn}>{article.publishedOn}</time>
            {showChannel && <span>{article.channel.name}</span>}
          </p>
          <div className="card-text">
            {article.kicker && <p className="kicker">{article.kicker}</p>}
            <h2>
              <a href={articlePath(article.id)}>
                <TitleText text={article.title} />
              </a>
            </h2>
            {article.subtitle && <p className="card-subtitle">{article.subtitle}</p>}
            {article.summary && <p className="card-summary">{article.summary}</p>}
          </div>
          {article.cover && (
            <div className="card-picture">
              <Picture media={article.cover.media} alt="" sizes="(min-width: 48rem) 12rem, 7rem" />
            </div>
          )}
        </article>
      </li>
    ))}
  </ol>
)
