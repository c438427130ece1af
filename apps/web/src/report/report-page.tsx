import type { ReportReceipt } from '@gazette/schema/report'
import { FactList } from '../site/fact-list.tsx'
import { formatMinute } from '../site/format-date.ts'
import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import { reportPath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { Trail } from '../site/trail.tsx'
import { words } from '../site/words.ts'
import type { ReportView } from './load-report.ts'
import { ReportForm } from './report-form.tsx'
import { reportWords } from './report-words.ts'

const Receipt = ({ receipt, timeZone }: { receipt: ReportReceipt; timeZone: string }) => {
  const rows: [string, string | null][] = [
    [reportWords.number, receipt.number],
    [reportWords.receivedAt, formatMinute(receipt.receivedAt, timeZone)],
    [reportWords.state, reportWords.states[receipt.status]],
    [reportWords.answeredAt, receipt.answeredAt && formatMinute(receipt.answeredAt, timeZone)],
    [reportWords.answer, receipt.answer],
  ]
  return (
    <>
      <FactList facts={rows} className="official receipt" />
      <p>
        <a href={reportPath()}>{reportWords.another}</a>
      </p>
    </>
  )
}

const toReceiptTitle = ({ status }: ReportReceipt): string => (status === 'open' ? reportWords.received : reportWords.states[status])

const toReceiptHint = ({ status }: ReportReceipt): string => (status === 'open' ? reportWords.receivedHint : reportWords.thanks)

/** The form for errors, or the receipt of a report and its answer. Kept out of indexes. */
export const ReportPage = ({ frame, view }: { frame: Frame; view: ReportView }) => {
  const isReceipt = view.kind === 'receipt'
  const title = isReceipt ? toReceiptTitle(view.receipt) : reportWords.title
  const isWrong = !isReceipt && view.errors.length > 0
  return (
    <Layout frame={frame} currentPath={null}>
      <PageHead site={frame.site} title={isWrong ? `${reportWords.errorsTitle} - ${title}` : title} />
      <Trail steps={[{ name: words.home, href: '/' }]} current={reportWords.title} />
      <div className="channel">
        <header className="channel-header">
          <h1>{title}</h1>
          <p className="channel-description">{isReceipt ? toReceiptHint(view.receipt) : reportWords.hint}</p>
        </header>
        <div className="plain">
          {isReceipt ? <Receipt receipt={view.receipt} timeZone={frame.site.timeZone} /> : <ReportForm view={view} />}
        </div>
      </div>
    </Layout>
  )
}
