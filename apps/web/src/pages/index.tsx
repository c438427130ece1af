import { HomePage } from '../home/home-page.tsx'
import { type HomeView, loadHome } from '../home/load-home.ts'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

export const getServerSideProps = readerPage<HomeView>(async ({ api, frame }) => ({
  show: await loadHome(
    api,
    frame.then(({ channels }) => channels),
  ),
}))

export default function Home({ frame, view }: ReaderProps<HomeView>) {
  return view.kind === 'home' ? <HomePage frame={frame} view={view} /> : <StatusPage frame={frame} view={view} />
}
