import { Picture } from '../article/blocks/picture.tsx'
import { ArticleRows } from '../channel/article-rows.tsx'
import { HighlightMark } from '../channel/pin-mark.tsx'
import type { ReaderPlacement, ReaderSummary } from '../content-api/reader-article.ts'
import { JsonLd } from '../site/json-ld.tsx'
import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import { articlePath, channelPath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { readyMarkup } from '../site/ready-markup.ts'
import { TitleText } from '../site/title-text.tsx'
import { words } from '../site/words.ts'
import type { HomeModule, HomeView } from './load-home.ts'

const Lead = ({ article }: { article: ReaderSummary }) => (
  <article className={article.cover ? 'lead lead-with-picture' : 'lead'} lang={article.language}>
    {article.cover && (
      <div className="lead-picture">
        <Picture media={article.cover.media} alt="" sizes="(min-width: 76rem) 39rem, (min-width: 64rem) 52vw, 100vw" isLead />
      </div>
    )}
    <p className="lead-facts">
      <a href={channelPath(article.channel.path)}>{article.channel.name}</a>
      <time dateTime={article.publishedOn}>{article.publishedOn}</time>
    </p>
    <h2>
      {article.kicker && <span className="kicker">{article.kicker}</span>}
      <a href={articlePath(article.id)}>
        <span className="lead-title">
          <TitleText text={article.title} />
        </span>
        {article.subtitle && <span className="lead-subtitle">{article.subtitle}</span>}
      </a>
    </h2>
    {article.summary && <p className="lead-summary">{article.summary}</p>}
  </article>
)

const Highlight = ({ placement: { article, highlighted } }: { placement: ReaderPlacement }) => (
  <li lang={article.language} className={article.cover ? 'highlight highlight-with-picture' : 'highlight'}>
    <article>
      {article.cover && (
        <div className="highlight-picture">
          <Picture media={article.cover.media} alt="" sizes="(min-width: 64rem) 24rem, (min-width: 48rem) 45vw, 100vw" />
        </div>
      )}
      <p className="lead-facts">
        {highlighted && <HighlightMark />}
        <a href={channelPath(article.channel.path)}>{article.channel.name}</a>
        <time dateTime={article.publishedOn}>{article.publishedOn}</time>
      </p>
      <h3>
        <a href={articlePath(article.id)}>
          <TitleText text={article.title} />
        </a>
      </h3>
      {article.summary && <p className="highlight-summary">{article.summary}</p>}
    </article>
  </li>
)

/** What editors pinned beside the lead. */
const Highlights = ({ placements }: { placements: ReaderPlacement[] }) => (
  <section className="highlights" aria-labelledby="highlights-title">
    <h2 id="highlights-title" className="visually-hidden">
      {words.highlights}
    </h2>
    <ul>
      {placements.map((placement) => (
        <Highlight key={placement.article.id} placement={placement} />
      ))}
    </ul>
  </section>
)

const ModuleInside = ({ module: { channel, articles } }: { module: HomeModule }) => (
  <>
    <header>
      <h2 id={`module-${channel.id}`}>
        <a href={channelPath(channel.path)}>{channel.name}</a>
      </h2>
      <a className="module-more" href={channelPath(channel.path)} aria-label={`${words.more}：${channel.name}`}>
        {words.more}
      </a>
    </header>
    <ArticleRows articles={articles} />
  </>
)

/** A publication changes one of them. */
const Module = ({ module }: { module: HomeModule }) => (
  <section
    className="module"
    aria-labelledby={`module-${module.channel.id}`}
    dangerouslySetInnerHTML={readyMarkup(module.articles, `module ${module.channel.path} ${module.channel.name}`, () => (
      <ModuleInside module={module} />
    ))}
  />
)

const websiteJsonLd = (frame: Frame) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: frame.site.name,
  url: `${frame.site.url}/`,
  inLanguage: 'zh-Hans-CN',
  publisher: { '@type': 'GovernmentOrganization', name: frame.site.sponsor },
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${frame.site.url}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
})

/** The front page: what editors pinned and what is new, then every main channel. */
export const HomePage = ({ frame, view }: { frame: Frame; view: HomeView }) => {
  const { lead, highlights, latest } = view
  return (
    <Layout frame={frame} currentPath="">
      <PageHead
        site={frame.site}
        title={frame.site.name}
        path="/"
        description={frame.site.description}
        tags={[{ name: 'ColumnType', content: words.home }]}
        openGraph={[{ property: 'og:type', content: 'website' }]}
        feed={{ path: '/', title: frame.site.name }}
      />
      <JsonLd data={websiteJsonLd(frame)} />
      <h1 className="visually-hidden">{frame.site.name}</h1>
      {lead && (
        <div className="front">
          <Lead article={lead} />
          {highlights.length > 0 && <Highlights placements={highlights} />}
          {latest.length > 0 && (
            <section className="latest" aria-labelledby="latest-title">
              <header>
                <h2 id="latest-title">{words.latest}</h2>
              </header>
              <ArticleRows articles={latest} showChannel />
            </section>
          )}
        </div>
      )}
      <div className="modules">
        {view.modules.map((module) => (
          <Module key={module.channel.id} module={module} />
        ))}
      </div>
      {!lead && <p className="empty empty-title">{words.emptyList}</p>}
    </Layout>
  )
}
