import type { ChannelNode } from '@gazette/schema/channel'
import type { Site } from '@gazette/schema/site'
import { channelPath } from './paths.ts'
import type { Frame } from './reader-page.ts'
import { readyMarkup } from './ready-markup.ts'
import { words } from './words.ts'

const Mark = () => (
  <svg className="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
    <rect width="40" height="40" rx="2" />
    <path d="M9 9h22M9 12.5h22M9 18.5h9v12.500H9zM22 18.500h9M22 22.500h9M22 26.500h9M22 30.500h6" />
  </svg>
)

const Masthead = ({ site }: { site: Site }) => (
  <>
    <a className="brand" href="/">
      <Mark />
      <span className="brand-name">{site.name}</span>
      <span className="brand-english" lang="en">
        {site.englishName}
      </span>
    </a>
    <div className="masthead-tools">
      <search>
        <form className="search-form" action="/search" method="get">
          <input type="search" name="q" aria-label={words.search} placeholder={words.searchPlaceholder} maxLength={100} required />
          <button type="submit">{words.search}</button>
        </form>
      </search>
      <form className="mode-switch" action="/preferences/set" method="get">
        <button type="submit" name="mode" value="elder" className="to-elder">
          {words.settingValues.mode.elder}
        </button>
        <button type="submit" name="mode" value="standard" className="to-standard">
          {words.settingValues.mode.standard}
        </button>
      </form>
      <a className="settings-link" href="/preferences" data-settings>
        {words.settings}
      </a>
    </div>
  </>
)

const Channels = ({ channels, currentPath }: { channels: ChannelNode[]; currentPath: string | null }) => (
  <ul>
    <li>
      <a href="/" aria-current={currentPath === '' ? 'page' : undefined}>
        {words.home}
      </a>
    </li>
    {channels.map((channel) => (
      <li key={channel.id}>
        <a
          href={channelPath(channel.path)}
          aria-current={currentPath === channel.path ? 'page' : currentPath?.startsWith(`${channel.path}/`) ? 'true' : undefined}
        >
          {channel.name}
        </a>
      </li>
    ))}
  </ul>
)

/** Who publishes, the way to search, and the main channels. */
export const SiteHeader = ({ frame: { site, channels }, currentPath }: { frame: Frame; currentPath: string | null }) => (
  <header className="site-header">
    <div className="masthead" dangerouslySetInnerHTML={readyMarkup(site, 'masthead', () => <Masthead site={site} />)} />
    <nav
      className="main-nav"
      aria-label={words.mainNavigation}
      dangerouslySetInnerHTML={readyMarkup(channels, `navigation ${JSON.stringify(currentPath)}`, () => (
        <Channels channels={channels} currentPath={currentPath} />
      ))}
    />
  </header>
)
