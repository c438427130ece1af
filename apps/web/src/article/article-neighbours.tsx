import type { Neighbours } from '../content-api/open-content-api.ts'
import type { ReaderSummary } from '../content-api/reader-article.ts'
import { articlePath } from '../site/paths.ts'
import { words } from '../site/words.ts'

const Neighbour = ({ article, label, rel, none }: { article: ReaderSummary | null; label: string; rel: 'prev' | 'next'; none: string }) => (
  <div className={`neighbour neighbour-${rel}`}>
    <span className="neighbour-label">{label}</span>
    {article ? (
      <a href={articlePath(article.id)} rel={rel} lang={article.language}>
        {article.title}
      </a>
    ) : (
      <span className="neighbour-none">{none}</span>
    )}
  </div>
)

/** The articles before and after this one in its channel. */
export const ArticleNeighbours = ({ neighbours }: { neighbours: Neighbours }) => (
  <nav className="neighbours" aria-label={`${words.previous}、${words.next}`}>
    <Neighbour article={neighbours.previous} label={words.previous} rel="prev" none={words.noPrevious} />
    <Neighbour article={neighbours.next} label={words.next} rel="next" none={words.noPrevious} />
  </nav>
)
