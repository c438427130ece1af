import { listMonths } from '../archive/months.ts'
import { ChannelTree } from '../site/channel-tree.tsx'
import { archivePath } from '../site/paths.ts'
import { PlainPage } from '../site/plain-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { sitePages } from '../site/site-pages.ts'
import { StatusPage } from '../site/status-page.tsx'
import { words } from '../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type SiteMapView = { kind: 'siteMap'; years: { year: number; months: number[] }[] }

export const getServerSideProps = readerPage<SiteMapView>(async ({ api }) => {
  const [newest, oldest] = await Promise.all([api.getArticles({ limit: 1 }), api.getArticles({ limit: 1, sort: 'publishedAt' })])
  const first = oldest.data[0]
  const last = newest.data[0]
  return { show: { kind: 'siteMap', years: first && last ? listMonths(first.publishedOn, last.publishedOn) : [] } }
})

const Years = ({ years }: Pick<SiteMapView, 'years'>) =>
  years.map(({ year, months }) => (
    <div className="archive-year" key={year}>
      <h3>{words.year(year)}</h3>
      <ul>
        {months.map((month) => (
          <li key={month}>
            <a href={archivePath(year, month)} aria-label={words.archiveOf(year, month)}>
              {words.month(month)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ))

export default function SiteMap({ frame, view }: ReaderProps<SiteMapView>) {
  if (view.kind !== 'siteMap') return <StatusPage frame={frame} view={view} />
  return (
    <PlainPage frame={frame} title={words.siteMap} path="/sitemap">
      <h2>{words.allChannels}</h2>
      <ChannelTree channels={frame.channels} />
      <h2>{words.archive}</h2>
      <Years years={view.years} />
      <h2>{words.footerNavigation}</h2>
      <ul className="inline-links">
        {sitePages.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}
