import { Layout } from './layout.tsx'
import { PageHead } from './page-head.tsx'
import { channelPath } from './paths.ts'
import type { Frame, GoneView, NotFoundView } from './reader-page.ts'
import { words } from './words.ts'

const WayOn = ({ frame }: { frame: Frame }) => (
  <nav className="way-on" aria-label={words.allChannels}>
    <ul>
      <li>
        <a href="/">{words.home}</a>
      </li>
      {frame.channels.map((channel) => (
        <li key={channel.id}>
          <a href={channelPath(channel.path)}>{channel.name}</a>
        </li>
      ))}
      <li>
        <a href="/sitemap">{words.siteMap}</a>
      </li>
    </ul>
  </nav>
)

/** A page that is not there, or no longer: what happened and how to go on. */
export const StatusPage = ({ frame, view }: { frame: Frame; view: NotFoundView | GoneView }) => {
  const isGone = view.kind === 'gone'
  const title = isGone ? words.gone : words.notFound
  return (
    <Layout frame={frame} currentPath={null}>
      <PageHead site={frame.site} title={title} />
      <div className="status">
        <p className="status-code">{isGone ? '410' : '404'}</p>
        <h1>{title}</h1>
        <p>{isGone ? words.goneHint : words.notFoundHint}</p>
        {isGone && view.reason && <p className="status-reason">{`${words.reason}：${view.reason}`}</p>}
        <form className="search-form" action="/search" method="get">
          <input type="search" name="q" aria-label={words.search} placeholder={words.searchPlaceholder} maxLength={100} required />
          <button type="submit">{words.search}</button>
        </form>
        <WayOn frame={frame} />
      </div>
    </Layout>
  )
}
