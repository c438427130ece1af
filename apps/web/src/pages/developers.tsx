import type { ReaderSummary } from '../content-api/reader-article.ts'
import { PlainPage } from '../site/plain-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'
import { words } from '../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type DevelopersView = { kind: 'developers'; example: Pick<ReaderSummary, 'id' | 'title' | 'publishedAt' | 'url'> | null }

export const getServerSideProps = readerPage<DevelopersView>(async ({ api }) => {
  const [newest] = (await api.getArticles({ limit: 1 })).data
  const example = newest ? { id: newest.id, title: newest.title, publishedAt: newest.publishedAt, url: newest.url } : null
  return { show: { kind: 'developers', example } }
})

const calls = [
  { path: '/v1/articles?limit=5', text: '最新文章；可按栏目、主题、作者、日期筛选' },
  { path: '/v1/channels', text: '栏目树' },
  { path: '/v1/changes?limit=5', text: '变更日志：发布、修改、撤回、移除，可断点续读' },
  { path: '/openapi.json', text: 'OpenAPI 3.1 描述' },
]

export default function Developers({ frame, view }: ReaderProps<DevelopersView>) {
  if (view.kind !== 'developers') return <StatusPage frame={frame} view={view} />
  const { apiUrl } = frame.site
  const firstCall = view.example ? `${apiUrl}/v1/articles/${view.example.id}` : `${apiUrl}/v1/articles`
  return (
    <PlainPage
      frame={frame}
      title={words.developers}
      path="/developers"
      description="本站的全部公开内容都可以用程序读取：结构化的 JSON，稳定的地址，不需要申请密钥。"
    >
      <h2>第一个请求</h2>
      <pre>
        <code>{`curl ${firstCall}`}</code>
      </pre>
      {view.example && (
        <>
          <p>回答的开头：</p>
          <pre>
            <code>{JSON.stringify(view.example, null, 2)}</code>
          </pre>
        </>
      )}
      <h2>常用接口</h2>
      <dl className="calls">
        {calls.map(({ path, text }) => (
          <div key={path}>
            <dt>
              <a href={apiUrl + path}>
                <code>{path}</code>
              </a>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`${apiUrl}/docs`}>完整文档：逐个接口试用</a>
      </p>
    </PlainPage>
  )
}
