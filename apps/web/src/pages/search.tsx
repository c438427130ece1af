import { SearchPage, type SearchView } from '../search/search-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

const queryMaximum = 100

/** Nobody else asks the same, so search pages are not kept. */
export const getServerSideProps = readerPage<SearchView>(async ({ api, query }) => {
  const asked = typeof query['q'] === 'string' ? [...query['q'].trim()].slice(0, queryMaximum).join('') : ''
  if (asked === '') return { show: { kind: 'search', query: '', answer: null, isClosed: false }, isKept: false }
  const answer = await api.search(asked)
  return {
    show: { kind: 'search', query: asked, answer: answer.status === 'found' ? answer.value : null, isClosed: answer.status !== 'found' },
    isKept: false,
  }
})

export default function Search({ frame, view }: ReaderProps<SearchView>) {
  return view.kind === 'search' ? <SearchPage frame={frame} view={view} /> : <StatusPage frame={frame} view={view} />
}
