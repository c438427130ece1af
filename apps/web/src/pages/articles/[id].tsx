import { ArticlePage, type ArticleView } from '../../article/article-page.tsx'
import { loadArticle } from '../../article/load-article.ts'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../../site/reader-page.ts'
import { StatusPage } from '../../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

export const getServerSideProps = readerPage<ArticleView>(({ api, params }) => loadArticle(api, String(params['id']), new Date()))

export default function Article({ frame, view }: ReaderProps<ArticleView>) {
  return view.kind === 'article' ? <ArticlePage frame={frame} view={view} /> : <StatusPage frame={frame} view={view} />
}
