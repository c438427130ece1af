import type { ReactNode } from 'react'
import { Pagination } from '../channel/pagination.tsx'
import type { SearchAnswer } from '../content-api/search-answer.ts'
import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import type { Frame } from '../site/reader-page.ts'
import { Trail } from '../site/trail.tsx'
import { words } from '../site/words.ts'
import { listActiveConditions } from './list-conditions.ts'
import type { SearchView } from './load-search.ts'
import { SearchForm } from './search-form.tsx'
import { SearchHits } from './search-hits.tsx'
import { ActiveConditions, SearchNarrowing } from './search-narrowing.tsx'
import { hasConditions, searchOrders, searchPath } from './search-question.ts'
import { searchWords } from './search-words.ts'

const Message = ({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    <p>{hint}</p>
    {children}
  </div>
)

const Nothing = ({ view: { question } }: { view: SearchView }) => (
  <Message title={searchWords.nothing} hint={searchWords.nothingHint}>
    {hasConditions(question) && (
      <p className="empty-way">
        <a href={searchPath({ q: question.q })}>{searchWords.everywhere(question.q)}</a>
      </p>
    )}
  </Message>
)

const Results = ({ view }: { view: SearchView }) => {
  if (view.problem === 'closed') return <Message title={searchWords.closed} hint={searchWords.closedHint} />
  if (view.problem === 'refused') return <Message title={searchWords.refused} hint={searchWords.refusedHint} />
  if (!view.answer) return null
  if (view.answer.data.length === 0) return <Nothing view={view} />
  return (
    <div className="search-results">
      <SearchNarrowing view={view} />
      <div>
        <SearchHits hits={view.answer.data} />
        <Pagination current={view.number} count={view.pageCount} toPath={(page) => searchPath(view.question, page)} />
      </div>
    </div>
  )
}

const Summary = ({ view: { question }, answer }: { view: SearchView; answer: SearchAnswer }) => (
  <div className="channel-facts">
    <span>{answer.totalIsExact ? searchWords.count(answer.total) : searchWords.atLeast(answer.total)}</span>
    <nav className="orders" aria-label={searchWords.order}>
      {searchOrders.map((sort) => (
        <a key={sort} href={searchPath({ ...question, sort })} aria-current={sort === question.sort ? 'true' : undefined}>
          {searchWords.orders[sort]}
        </a>
      ))}
    </nav>
  </div>
)

/** What was asked and what was found. Answers stay out of indexes: they are without end. The empty form is a page like others. */
export const SearchPage = ({ frame, view }: { frame: Frame; view: SearchView }) => {
  const { question, answer } = view
  const title = question.q ? searchWords.title(question.q) : words.search
  const conditions = listActiveConditions(question, frame.channels, answer?.facets ?? null)
  return (
    <Layout frame={frame} currentPath={null}>
      <PageHead
        site={frame.site}
        title={title}
        path={question.q === '' && !hasConditions(question) ? '/search' : undefined}
        description={searchWords.description(frame.site.name)}
      />
      <Trail steps={[{ name: words.home, href: '/' }]} current={words.search} />
      <div className="channel">
        <header className="channel-header">
          <h1>{title}</h1>
          <SearchForm view={view} channels={frame.channels} />
          {question.q && <ActiveConditions conditions={conditions} />}
          {question.q === '' && <p className="channel-facts">{searchWords.empty}</p>}
          {answer && answer.total > 0 && <Summary view={view} answer={answer} />}
          {answer?.suggestion && (
            <p className="channel-facts suggestion">
              {searchWords.suggestion}
              <a href={searchPath({ ...question, q: answer.suggestion })}>{answer.suggestion}</a>
            </p>
          )}
        </header>
        <Results view={view} />
      </div>
    </Layout>
  )
}
