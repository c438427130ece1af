import type { Channel } from '@gazette/schema/channel'
import type { ReaderPlacement } from '../content-api/reader-article.ts'
import { EditorNotice } from '../editor/editor-notice.tsx'
import { searchPath } from '../search/search-question.ts'
import { Layout } from '../site/layout.tsx'
import { channelMetaTags } from '../site/meta-tags.ts'
import { PageHead } from '../site/page-head.tsx'
import { channelPath, feedPath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { Trail, toTrailSteps } from '../site/trail.tsx'
import { words } from '../site/words.ts'
import { ArticleCards } from './article-cards.tsx'
import type { ListPage } from './list-page.ts'
import { Pagination } from './pagination.tsx'

/** `pinned` stands on the first page only. */
export type ChannelView = { kind: 'channel'; channel: Channel; pinned: ReaderPlacement[]; list: ListPage }

const ChannelHeader = ({ channel }: { channel: Channel }) => (
  <header className="channel-header">
    <h1>{channel.name}</h1>
    {channel.description && <p className="channel-description">{channel.description}</p>}
    <p className="channel-facts">
      <span>{words.articleCount(channel.articleCount)}</span>
      <a href={feedPath('atom', channel.path)}>{words.subscribe}</a>
      <a href={searchPath({ channel: channel.path })}>{words.searchChannel}</a>
    </p>
    {channel.children.length > 0 && (
      <nav className="sub-channels" aria-label={words.subChannels}>
        <ul>
          {channel.children.map((child) => (
            <li key={child.id}>
              <a href={channelPath(child.path)}>{child.name}</a>
            </li>
          ))}
        </ul>
      </nav>
    )}
  </header>
)

/** What is pinned, then the articles of a channel and of the channels below it, newest first. */
export const ChannelPage = ({ frame, view: { channel, pinned, list } }: { frame: Frame; view: ChannelView }) => {
  const toPath = (page: number) => channelPath(channel.path, page)
  return (
    <Layout frame={frame} currentPath={channel.path}>
      <PageHead
        site={frame.site}
        title={list.page === 1 ? channel.name : `${channel.name} ${words.page(list.page)}`}
        path={toPath(list.page)}
        description={channel.description}
        tags={channelMetaTags(channel)}
        openGraph={[{ property: 'og:type', content: 'website' }]}
        feed={{ path: channelPath(channel.path), title: channel.name }}
        previousPath={list.page > 1 ? toPath(list.page - 1) : undefined}
        nextPath={list.page < list.pageCount ? toPath(list.page + 1) : undefined}
      />
      <Trail steps={toTrailSteps(channel.breadcrumbs.slice(0, -1))} current={channel.name} />
      <div className="channel">
        <EditorNotice inspection={frame.inspection} channelId={channel.id} />
        <ChannelHeader channel={channel} />
        {list.articles.length + pinned.length > 0 ? (
          <ArticleCards articles={list.articles} pinned={pinned} showChannel={channel.children.length > 0} />
        ) : (
          <div className="empty">
            <p className="empty-title">{words.emptyChannel}</p>
            <p>{words.emptyChannelHint}</p>
          </div>
        )}
        <Pagination current={list.page} count={list.pageCount} toPath={toPath} />
      </div>
    </Layout>
  )
}
