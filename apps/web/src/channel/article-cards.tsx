import { Picture } from '../article/blocks/picture.tsx'
import type { ReaderPlacement, ReaderSummary } from '../content-api/reader-article.ts'
import { articlePath } from '../site/paths.ts'
import { TitleText } from '../site/title-text.tsx'
import { PinMarks } from './pin-mark.tsx'

type CardProps = { article: ReaderSummary; showChannel: boolean; placement?: ReaderPlacement }

const Card = ({ article, showChannel, placement }: CardProps) => (
  <li lang={article.language} className={placement && (placement.highlighted ? 'pinned highlighted' : 'pinned')}>
    <article className={article.cover ? 'card card-with-picture' : 'card'}>
      <p className="card-date">
        {placement && <PinMarks highlighted={placement.highlighted} />}
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
)

/** Articles with summary and, where there is one, picture: the pages of a channel. What is pinned comes first, and says so. */
export const ArticleCards = ({
  articles,
  pinned = [],
  showChannel = false,
}: {
  articles: ReaderSummary[]
  pinned?: ReaderPlacement[]
  showChannel?: boolean
}) => (
  <ol className="cards">
    {pinned.map((placement) => (
      <Card key={placement.article.id} article={placement.article} placement={placement} showChannel={showChannel} />
    ))}
    {articles.map((article) => (
      <Card key={article.id} article={article} showChannel={showChannel} />
    ))}
  </ol>
)
