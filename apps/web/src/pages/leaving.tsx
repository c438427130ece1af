import { LeavingPage } from '../leaving/leaving-page.tsx'
import { type LeavingView, loadLeaving } from '../leaving/load-leaving.ts'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

export const getServerSideProps = readerPage<LeavingView>(({ api, query }) => loadLeaving(api, query))

export default function Leaving({ frame, view }: ReaderProps<LeavingView>) {
  return view.kind === 'leaving' ? <LeavingPage frame={frame} view={view} /> : <StatusPage frame={frame} view={view} />
}
