import { ChannelPage, type ChannelView } from '../channel/channel-page.tsx'
import { findChannelView } from '../channel/load-channel.ts'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { resolveAddress } from '../site/resolve-address.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

/** Channels by their path; everything else is asked of the API, which knows old addresses. */
export const getServerSideProps = readerPage<ChannelView>(async ({ api, params, query, address }) => {
  const path = [params['path'] ?? []].flat().join('/')
  return (await findChannelView(api, path, address, query['page'])) ?? resolveAddress(api, address)
})

export default function ChannelOrLegacyAddress({ frame, view }: ReaderProps<ChannelView>) {
  return view.kind === 'channel' ? <ChannelPage frame={frame} view={view} /> : <StatusPage frame={frame} view={view} />
}
