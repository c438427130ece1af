import { ArticleRows } from '../channel/article-rows.tsx'
import type { Neighbours } from '../content-api/open-content-api.ts'
import type { ReaderArticle, ReaderSummary } from '../content-api/reader-article.ts'
import { Layout } from '../site/layout.tsx'
import { OuterLinkContext } from '../site/outer-link-context.ts'
import { articlePath, channelPath, reportPath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { Trail, toTrailSteps } from '../site/trail.tsx'
import { words } from '../site/words.ts'
import { ArticleFacts } from './article-facts.tsx'
import { ArticleFoot } from './article-foot.tsx'
import { ArticleHead } from './article-head.tsx'
import { ArticleNeighbours } from './article-neighbours.tsx'
import { ArticleNotices } from './article-notices.tsx'
import { ArticleTitle } from './article-title.tsx'
import { ArticleTools } from './article-tools.tsx'
import { articleWords } from './article-words.ts'
import { BlockView } from './blocks/block-view.tsx'
import { OfficialFacts } from './official-facts.tsx'
import { SharePanel } from './share-panel.tsx'
import { listSections, TableOfContents } from './table-of-contents.tsx'

/** Everything the article page shows. `ageYears` is counted when the page is made. */
export type ArticleView = {
  kind: 'article'
  article: ReaderArticle
  related: ReaderSummary[]
  neighbours: Neighbours
  ageYears: number
  /** Null when nobody could tell. */
  views: number | null
}

/** One article, for reading. */
export const ArticlePage = ({ frame, view }: { frame: Frame; view: ArticleView }) => {
  const { article } = view
  const { timeZone } = frame.site
  const labels = articleWords(article.language)
  const sections = listSections(article.body)
  const channel = { name: article.channel.name, href: channelPath(article.channel.path) }
  return (
    <Layout frame={frame} currentPath={article.channel.path}>
      <ArticleHead site={frame.site} article={article} />
      <Trail steps={toTrailSteps(article.breadcrumbs)} />
      <article className={sections.length > 0 ? 'article article-with-contents' : 'article'}>
        <OuterLinkContext value={{ siteUrl: frame.site.url, articleId: frame.hasLeavingNotice ? article.id : null }}>
          <header className="article-header">
            <ArticleNotices article={article} timeZone={timeZone} ageYears={view.ageYears} />
            <ArticleTitle article={article} />
            <ArticleFacts article={article} timeZone={timeZone} views={view.views} />
            {article.official && <OfficialFacts official={article.official} />}
            <ArticleTools path={articlePath(article.id)} channel={channel} />
          </header>
          {sections.length > 0 && <TableOfContents sections={sections} />}
          <div className="prose" data-reading lang={article.language}>
            {article.body.map((block, index) => (
              <BlockView key={block.id} block={block} labels={labels} isLead={index === 0} />
            ))}
          </div>
        </OuterLinkContext>
        <footer className="article-footer">
          <ArticleFoot article={article} timeZone={timeZone} />
          <SharePanel url={article.url} title={article.fullTitle} />
          <p className="article-end">
            <a href={channel.href}>{words.backToChannel(channel.name)}</a>
            <a href="#main">{words.backToTop}</a>
            <a href={reportPath({ articleId: article.id })}>{words.reportError}</a>
          </p>
        </footer>
      </article>
      <ArticleNeighbours neighbours={view.neighbours} />
      {view.related.length > 0 && (
        <section className="related" aria-labelledby="related-title">
          <h2 id="related-title">{words.related}</h2>
          <ArticleRows articles={view.related} showChannel />
        </section>
      )}
    </Layout>
  )
}
