import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import { articlePath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { words } from '../site/words.ts'
import type { LeavingView } from './load-leaving.ts'

/** Says where a link leads and leaves the step to the reader. Nothing here moves by itself. */
export const LeavingPage = ({ frame, view: { article, url } }: { frame: Frame; view: LeavingView }) => (
  <Layout frame={frame} currentPath={null}>
    <PageHead site={frame.site} title={words.leaving} />
    <div className="status leaving">
      <h1>{words.leaving}</h1>
      <p>{words.leavingHint(frame.site.name)}</p>
      <p className="leaving-host">{new URL(url).host}</p>
      <p className="leaving-address">{url}</p>
      <p className="leaving-ways">
        <a className="button" href={url} rel="noopener noreferrer external nofollow">
          {words.leave}
        </a>
        <a href={articlePath(article.id)}>{words.stay}</a>
      </p>
    </div>
  </Layout>
)
