import { loadSelection } from '../../channel/load-selection.ts'
import { SelectionPage, type SelectionView } from '../../channel/selection-page.tsx'
import { authorPath } from '../../site/paths.ts'
import { notFound, type ReaderPageConfig, type ReaderProps, readerPage } from '../../site/reader-page.ts'
import { StatusPage } from '../../site/status-page.tsx'
import { words } from '../../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

const nameMaximum = 100

export const getServerSideProps = readerPage<SelectionView>(async ({ api, params, query }) => {
  const name = String(params['name'])
  if (name.length > nameMaximum) return notFound
  return loadSelection(
    api,
    { author: name },
    query['page'],
    (page) => authorPath(name, page),
    (first) => (first ? { label: words.authorArticles, name, hint: words.authorHint(name) } : null),
  )
})

export default function Author({ frame, view }: ReaderProps<SelectionView>) {
  return view.kind === 'selection' ? (
    <SelectionPage frame={frame} view={view} toPath={(page) => authorPath(view.name, page)} />
  ) : (
    <StatusPage frame={frame} view={view} />
  )
}
