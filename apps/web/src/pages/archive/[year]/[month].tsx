import { findArchiveSpan, isInSpan } from '../../../archive/archive-span.ts'
import { MonthNavigation } from '../../../archive/month-navigation.tsx'
import { type Month, monthRange, neighbourMonths, parseMonth } from '../../../archive/months.ts'
import { loadSelection } from '../../../channel/load-selection.ts'
import { SelectionPage, type SelectionView } from '../../../channel/selection-page.tsx'
import { archivePath } from '../../../site/paths.ts'
import { notFound, type ReaderPageConfig, type ReaderProps, readerPage } from '../../../site/reader-page.ts'
import { StatusPage } from '../../../site/status-page.tsx'
import { words } from '../../../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type ArchiveView = SelectionView & Month & ReturnType<typeof neighbourMonths>

export const getServerSideProps = readerPage<ArchiveView>(async ({ api, params, query }) => {
  const month = parseMonth(params['year'], params['month'])
  if (!month) return notFound
  const [decision, span] = await Promise.all([
    loadSelection(
      api,
      monthRange(month),
      query['page'],
      (page) => archivePath(month.year, month.month, page),
      () => ({ label: words.archive, name: words.archiveOf(month.year, month.month), hint: words.archiveHint }),
    ),
    findArchiveSpan(api),
  ])
  if (!('show' in decision)) return decision
  return span && isInSpan(span, month) ? { show: { ...decision.show, ...month, ...neighbourMonths(month, span) } } : notFound
})

export default function Archive({ frame, view }: ReaderProps<ArchiveView>) {
  return view.kind === 'selection' ? (
    <SelectionPage frame={frame} view={view} toPath={(page) => archivePath(view.year, view.month, page)}>
      <MonthNavigation earlier={view.earlier} later={view.later} />
    </SelectionPage>
  ) : (
    <StatusPage frame={frame} view={view} />
  )
}
