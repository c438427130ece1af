import { findArchiveSpan } from '../archive/archive-span.ts'
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
  const span = await findArchiveSpan(api)
  return { show: { kind: 'siteMap', years: span ? listMonths(span.oldest, span.newest) : [] } }
})

/** Older years are folded: few readers look for them, and there are many. */
const openYears = 3

const Years = ({ years }: Pick<SiteMapView, 'years'>) =>
  years.map(({ year, months }, index) => (
    <details className="archive-year" key={year} open={index < openYears}>
      <summary>{words.year(year)}</summary>
      <ul>
        {months.map((month) => (
          <li key={month}>
            <a href={archivePath(year, month)} aria-label={words.archiveOf(year, month)}>
              {words.month(month)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  ))

export default function SiteMap({ frame, view }: ReaderProps<SiteMapView>) {
  if (view.kind !== 'siteMap') return <StatusPage frame={frame} view={view} />
  return (
    <PlainPage frame={frame} title={words.siteMap} path="/sitemap">
      <h2>{words.allChannels}</h2>
      <ChannelTree channels={frame.channels} />
      <h2 id="archive">{words.archive}</h2>
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
