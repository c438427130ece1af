import type { ChannelNode } from '@gazette/schema/channel'
import type { ReactNode } from 'react'
import { channelPath } from './paths.ts'

/** All channels as nested lists. `extra` adds something beside each name. */
export const ChannelTree = ({ channels, extra }: { channels: ChannelNode[]; extra?: (channel: ChannelNode) => ReactNode }) => (
  <ul className={extra ? 'channel-tree' : 'channel-tree channel-tree-plain'}>
    {channels.map((channel) => (
      <li key={channel.id}>
        <span className="channel-tree-name">
          <a href={channelPath(channel.path)}>{channel.name}</a>
          {extra?.(channel)}
        </span>
        {channel.children.length > 0 && <ChannelTree channels={channel.children} {...(extra && { extra })} />}
      </li>
    ))}
  </ul>
)
