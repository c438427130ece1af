import { isInArchive } from '../../../archive/archive-span.ts'
import { type Month, monthRange, parseMonth } from '../../../archive/months.ts'
import { loadSelection } from '../../../channel/load-selection.ts'
import { SelectionPage, type SelectionView } from '../../../channel/selection-page.tsx'
import { archivePath } from '../../../site/paths.ts'
import { notFound, type ReaderPageConfig, type ReaderProps, readerPage } from '../../../site/reader-page.ts'
import { StatusPage } from '../../../site/status-page.tsx'
import { words } from '../../../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type ArchiveView = SelectionView & Month

export const getServerSideProps = readerPage<ArchiveView>(async ({ api, params, query }) => {
  const month = parseMonth(params['year'], params['month'])
  if (!month) return notFound
  const decision = await loadSelection(
    api,
    monthRange(month),
    query['page'],
    (page) => archivePath(month.year, month.month, page),
    () => ({ label: words.archive, name: words.archiveOf(month.year, month.month), hint: words.archiveHint }),
  )
  if (!('show' in decision)) return decision
  const isPage = decision.show.list.total > 0 || (await isInArchive(api, month))
  return isPage ? { show: { ...decision.show, ...month } } : notFound
})

export default function Archive({ frame, view }: ReaderProps<ArchiveView>) {
  return view.kind === 'selection' ? (
    <SelectionPage frame={frame} view={view} toPath={(page) => archivePath(view.year, view.month, page)} />
  ) : (
    <StatusPage frame={frame} view={view} />
  )
}
