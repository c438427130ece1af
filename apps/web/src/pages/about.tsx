import { FactList } from '../site/fact-list.tsx'
import { reportPath } from '../site/paths.ts'
import { PlainPage } from '../site/plain-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'
import { words } from '../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type AboutView = { kind: 'about' }

export const getServerSideProps = readerPage<AboutView>(async () => ({ show: { kind: 'about' } }))

export default function About({ frame, view }: ReaderProps<AboutView>) {
  if (view.kind !== 'about') return <StatusPage frame={frame} view={view} />
  const { site } = frame
  const facts: [string, string | null][] = [
    [words.sponsor, site.sponsor],
    [words.organizer, site.organizer],
    [words.siteIdCode, site.siteIdCode],
    [words.address, site.contact.address],
    [words.postalCode, site.contact.postalCode],
    [words.telephone, site.contact.telephone],
    [words.email, site.contact.email],
  ]
  return (
    <PlainPage frame={frame} title={words.about} path="/about" description={site.description}>
      <FactList facts={facts} />
      <h2>阅读与转载</h2>
      <p>每篇文章有一个永久地址，栏目调整、标题修改都不会使它失效。转载请注明来源并附原文链接。</p>
      <p>文章发布后如有修改，页末“修改说明”逐条列出；撤回的文章保留原文并注明原因。</p>
      <h2>隐私</h2>
      <p>本站不使用第三方脚本，不追踪读者。唯一的 Cookie 保存您的阅读设置，不含任何身份信息。</p>
      <p>浏览次数不靠 Cookie 统计：同一读者几分钟内只计一次，用来识别的散列值只在内存中停留几分钟，保存下来的只有总数。</p>
      <h2>找错与反馈</h2>
      <p>
        发现错别字、失效链接或事实差错，请通过“<a href={reportPath()}>{words.reportError}</a>”告诉我们，也可以写信到
        <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>。
      </p>
    </PlainPage>
  )
}
