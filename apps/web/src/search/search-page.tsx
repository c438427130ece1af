import { Pagination } from '../channel/pagination.tsx'
import type { HighlightedRun, SearchAnswer, SearchHit } from '../content-api/search-answer.ts'
import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import { articlePath, type SearchOrder, searchPath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { Trail } from '../site/trail.tsx'
import { words } from '../site/words.ts'

/** `answer` is null before anything was asked; `isClosed` when the API does not search. */
export type SearchView = {
  kind: 'search'
  query: string
  sort: SearchOrder
  number: number
  pageCount: number
  answer: SearchAnswer | null
  isClosed: boolean
}

const orders = ['relevance', 'time'] as const

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

const Message = ({ title, hint }: { title: string; hint: string }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    <p>{hint}</p>
  </div>
)

const Results = ({ view }: { view: SearchView }) => {
  if (view.isClosed) return <Message title={words.searchClosed} hint={words.searchClosedHint} />
  if (!view.answer) return <p className="channel-facts">{words.searchEmpty}</p>
  if (view.answer.data.length === 0) return <Message title={words.searchNothing} hint={words.searchNothingHint} />
  return (
    <ol className="cards">
      {view.answer.data.map((hit) => (
        <Hit key={hit.article.id} hit={hit} />
      ))}
    </ol>
  )
}

const Summary = ({ view, answer }: { view: SearchView; answer: SearchAnswer }) => (
  <div className="channel-facts">
    <span>{answer.totalIsExact ? words.searchCount(answer.total) : words.searchAtLeast(answer.total)}</span>
    <nav className="orders" aria-label={words.searchOrder}>
      {orders.map((order) => (
        <a key={order} href={searchPath(view.query, order)} aria-current={order === view.sort ? 'true' : undefined}>
          {words.searchOrders[order]}
        </a>
      ))}
    </nav>
  </div>
)

/** What was asked and what was found. Search pages stay out of indexes. */
export const SearchPage = ({ frame, view }: { frame: Frame; view: SearchView }) => {
  const title = view.query ? words.searchFor(view.query) : words.search
  return (
    <Layout frame={frame} currentPath={null}>
      <PageHead site={frame.site} title={title} />
      <Trail steps={[{ name: words.home, href: '/' }]} current={words.search} />
      <div className="channel">
        <header className="channel-header">
          <h1>{title}</h1>
          <form className="search-form search-again" action="/search" method="get">
            <input type="search" name="q" aria-label={words.search} defaultValue={view.query} maxLength={100} required />
            <button type="submit">{words.search}</button>
          </form>
          {view.answer && view.answer.total > 0 && <Summary view={view} answer={view.answer} />}
          {view.answer?.suggestion && (
            <p className="channel-facts">
              {words.searchSuggestion}
              <a href={searchPath(view.answer.suggestion)}>{view.answer.suggestion}</a>
            </p>
          )}
        </header>
        <Results view={view} />
        <Pagination current={view.number} count={view.pageCount} toPath={(page) => searchPath(view.query, view.sort, page)} />
      </div>
    </Layout>
  )
}
