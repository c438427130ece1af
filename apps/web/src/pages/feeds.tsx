import { ChannelTree } from '../site/channel-tree.tsx'
import { type FeedFormat, feedPath } from '../site/paths.ts'
import { PlainPage } from '../site/plain-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'
import { words } from '../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type FeedsView = { kind: 'feeds' }

const formats: { format: FeedFormat; name: string }[] = [
  { format: 'rss', name: 'RSS' },
  { format: 'atom', name: 'Atom' },
  { format: 'json', name: 'JSON Feed' },
]

const FeedLinks = ({ name, path }: { name: string; path?: string }) => (
  <span className="feed-links">
    {formats.map(({ format, name: formatName }) => (
      <a key={format} href={feedPath(format, path)} aria-label={`${name} ${formatName}`}>
        {formatName}
      </a>
    ))}
  </span>
)

export const getServerSideProps = readerPage<FeedsView>(async () => ({ show: { kind: 'feeds' } }))

export default function Feeds({ frame, view }: ReaderProps<FeedsView>) {
  if (view.kind !== 'feeds') return <StatusPage frame={frame} view={view} />
  return (
    <PlainPage frame={frame} title={words.feeds} path="/feeds" description={words.feedHint}>
      <h2>{words.feedsOfSite}</h2>
      <p className="channel-tree-name">
        <a href="/">{frame.site.name}</a>
        <FeedLinks name={words.feedsOfSite} />
      </p>
      <h2>{words.allChannels}</h2>
      <ChannelTree channels={frame.channels} extra={(channel) => <FeedLinks name={channel.name} path={channel.path} />} />
    </PlainPage>
  )
}
