import { readInspection } from '../content-api/read-inspection.ts'
import { toEditorCookie } from '../editor/editor-cookie.ts'
import { EditorPage } from '../editor/editor-page.tsx'
import { type EditorView, loadEditor } from '../editor/load-editor.ts'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { readSiteConfig } from '../site/site-config.ts'
import { StatusPage } from '../site/status-page.tsx'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

export const getServerSideProps = readerPage<EditorView>(({ form, visitor, setCookie }) => {
  const { apiUrl, siteUrl } = readSiteConfig()
  return loadEditor({
    token: visitor.editorToken,
    form,
    ask: (token) => readInspection({ apiUrl, fetch }, { token, forwardedFor: visitor.forwardedFor }),
    remember: (token) => setCookie(toEditorCookie(token, siteUrl.startsWith('https:'))),
  })
})

export default function Editor({ frame, view }: ReaderProps<EditorView>) {
  return view.kind === 'signIn' || view.kind === 'inspection' ? (
    <EditorPage frame={frame} view={view} />
  ) : (
    <StatusPage frame={frame} view={view} />
  )
}
