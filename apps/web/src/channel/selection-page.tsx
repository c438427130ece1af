import type { ReactNode } from 'react'
import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import type { Frame } from '../site/reader-page.ts'
import { Trail } from '../site/trail.tsx'
import { words } from '../site/words.ts'
import { ArticleCards } from './article-cards.tsx'
import type { ListPage } from './list-page.ts'
import { Pagination } from './pagination.tsx'

/** A list that is not a channel: one subject, one author, one month. */
export type SelectionView = { kind: 'selection'; label: string; name: string; hint: string; list: ListPage }

/** The articles of a selection, newest first. `toPath` gives the address of each of its pages. */
export const SelectionPage = ({
  frame,
  view,
  toPath,
  children,
}: {
  frame: Frame
  view: SelectionView
  toPath: (page: number) => string
  /** Ways to other selections of the kind. */
  children?: ReactNode
}) => (
  <Layout frame={frame} currentPath={null}>
    <PageHead
      site={frame.site}
      title={view.list.page === 1 ? view.name : `${view.name} ${words.page(view.list.page)}`}
      path={toPath(view.list.page)}
      description={view.hint}
      openGraph={[{ property: 'og:type', content: 'website' }]}
      previousPath={view.list.page > 1 ? toPath(view.list.page - 1) : undefined}
      nextPath={view.list.page < view.list.pageCount ? toPath(view.list.page + 1) : undefined}
    />
    <Trail steps={[{ name: words.home, href: '/' }]} current={view.label} />
    <div className="channel">
      <header className="channel-header">
        <p className="kicker">{view.label}</p>
        <h1>{view.name}</h1>
        <p className="channel-description">{view.hint}</p>
        <p className="channel-facts">{words.articleCount(view.list.total)}</p>
        {children}
      </header>
      {view.list.articles.length > 0 ? (
        <ArticleCards articles={view.list.articles} showChannel />
      ) : (
        <p className="empty">{words.emptyList}</p>
      )}
      <Pagination current={view.list.page} count={view.list.pageCount} toPath={toPath} />
    </div>
  </Layout>
)
