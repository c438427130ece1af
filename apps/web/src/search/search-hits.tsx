import type { HighlightedRun, SearchHit } from '../content-api/search-answer.ts'
import { articlePath } from '../site/paths.ts'

const Runs = ({ runs }: { runs: HighlightedRun[] }) =>
  runs.map((run, index) => (run.hit ? <mark key={`${index}:${run.text}`}>{run.text}</mark> : run.text))

const Hit = ({ hit }: { hit: SearchHit }) => (
  <li lang={hit.article.language}>
    <article className="card">
      <p className="card-date">
        <time dateTime={hit.article.publishedOn}>{hit.article.publishedOn}</time>
        <span>{hit.article.channel.name}</span>
      </p>
      <div className="card-text">
        <h2>
          <a href={articlePath(hit.article.id)}>
            {hit.highlights.title.length > 0 ? <Runs runs={hit.highlights.title} /> : hit.article.title}
          </a>
        </h2>
        {hit.highlights.body.map((runs) => (
          <p className="card-summary" key={runs.map(({ text }) => text).join('')}>
            <Runs runs={runs} />
          </p>
        ))}
      </div>
    </article>
  </li>
)

/** What was found, with the places that match. */
export const SearchHits = ({ hits }: { hits: SearchHit[] }) => (
  <ol className="cards">
    {hits.map((hit) => (
      <Hit key={hit.article.id} hit={hit} />
    ))}
  </ol>
)
