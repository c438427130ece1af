import { loadSelection } from '../../channel/load-selection.ts'
import { SelectionPage, type SelectionView } from '../../channel/selection-page.tsx'
import { topicPath } from '../../site/paths.ts'
import { notFound, type ReaderPageConfig, type ReaderProps, readerPage } from '../../site/reader-page.ts'
import { StatusPage } from '../../site/status-page.tsx'
import { words } from '../../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type TopicView = SelectionView & { slug: string }

export const getServerSideProps = readerPage<TopicView>(async ({ api, params, query }) => {
  const slug = String(params['slug'])
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 100) return notFound
  const decision = await loadSelection(
    api,
    { topic: slug },
    query['page'],
    (page) => topicPath(slug, page),
    (first) => {
      const name = first?.topics.find((topic) => topic.slug === slug)?.name
      return name === undefined ? null : { label: words.topic, name, hint: words.topicHint(name) }
    },
  )
  return 'show' in decision ? { show: { ...decision.show, slug } } : decision
})

export default function Topic({ frame, view }: ReaderProps<TopicView>) {
  return view.kind === 'selection' ? (
    <SelectionPage frame={frame} view={view} toPath={(page) => topicPath(view.slug, page)} />
  ) : (
    <StatusPage frame={frame} view={view} />
  )
}
