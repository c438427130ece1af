import { sendReport } from '../content-api/send-report.ts'
import { loadReport, type ReportView } from '../report/load-report.ts'
import { ReportPage } from '../report/report-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { readSiteConfig } from '../site/site-config.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

export const getServerSideProps = readerPage<ReportView>(({ api, frame, query, form }) =>
  loadReport({
    api,
    query,
    form,
    siteUrl: frame.then(({ site }) => site.url),
    send: (input, forwardedFor) => sendReport({ apiUrl: readSiteConfig().apiUrl, fetch }, input, forwardedFor),
  }),
)

export default function Report({ frame, view }: ReaderProps<ReportView>) {
  return view.kind === 'report' || view.kind === 'receipt' ? (
    <ReportPage frame={frame} view={view} />
  ) : (
    <StatusPage frame={frame} view={view} />
  )
}
