import type { Site } from '@gazette/schema/site'
import Head from 'next/head'
import { type MetaTag, siteMetaTags } from './meta-tags.ts'

/**
 * The head of a page: title, canonical address, the government's meta tags (国办发〔2017〕47号), OpenGraph and feeds.
 * `path` is the canonical address inside the site; without one the page is kept out of indexes.
 */
export const PageHead = ({
  site,
  title,
  path,
  description = '',
  tags = [],
  openGraph = [],
  feed,
  previousPath,
  nextPath,
}: {
  site: Site
  title: string
  path?: string | undefined
  description?: string
  tags?: MetaTag[]
  openGraph?: { property: string; content: string }[]
  feed?: { path: string; title: string }
  previousPath?: string | undefined
  nextPath?: string | undefined
}) => (
  <Head>
    <title>{title === site.name ? title : `${title} - ${site.name}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" key="viewport" />
    {description && <meta name="description" content={description} />}
    {path === undefined ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={site.url + path} />}
    {previousPath && <link rel="prev" href={previousPath} />}
    {nextPath && <link rel="next" href={nextPath} />}
    {[...siteMetaTags(site), ...tags].map(({ name, content }) => (
      <meta key={name} name={name} content={content} />
    ))}
    {[
      { property: 'og:site_name', content: site.name },
      { property: 'og:title', content: title },
      ...(path === undefined ? [] : [{ property: 'og:url', content: site.url + path }]),
      ...openGraph,
    ].map(({ property, content }) => (
      <meta key={`${property}:${content}`} property={property} content={content} />
    ))}
    <link rel="search" type="application/opensearchdescription+xml" title={site.name} href="/opensearch.xml" key="search" />
    {feed && <link rel="alternate" type="application/atom+xml" title={feed.title} href={`${feed.path}feed.atom`} key="atom" />}
    {feed && <link rel="alternate" type="application/rss+xml" title={feed.title} href={`${feed.path}feed.rss`} key="rss" />}
    {feed && <link rel="alternate" type="application/feed+json" title={feed.title} href={`${feed.path}feed.json`} key="json" />}
  </Head>
)
