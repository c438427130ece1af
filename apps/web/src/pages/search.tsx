import { loadSearch, type SearchView } from '../search/load-search.ts'
import { SearchPage } from '../search/search-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

export const getServerSideProps = readerPage<SearchView>(({ api, frame, query }) =>
  loadSearch(
    api,
    query,
    frame.then(({ channels }) => channels),
  ),
)

export default function Search({ frame, view }: ReaderProps<SearchView>) {
  return view.kind === 'search' ? <SearchPage frame={frame} view={view} /> : <StatusPage frame={frame} view={view} />
}
