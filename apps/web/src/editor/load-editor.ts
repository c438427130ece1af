import type { Inspection } from '@gazette/schema/inspection'
import type { InspectionAnswer } from '../content-api/read-inspection.ts'
import type { PageDecision, SentForm } from '../site/reader-page.ts'
import { tokenPattern } from './editor-cookie.ts'
import { editorWords } from './editor-words.ts'

/** The form to sign in, with what went wrong; or what an editor sees. */
export type EditorView = { kind: 'signIn'; error: string | null } | { kind: 'inspection'; inspection: Inspection }

export type EditorRequest = {
  /** The token of who is signed in. */
  token: string | null
  form: Pick<SentForm, 'fields'> | null
  ask: (token: string) => Promise<InspectionAnswer>
  /** Signs in with a token, or for null out. */
  remember: (token: string | null) => void
}

const editorPath = '/editor'
const statuses = { refused: 401, notEditor: 403, tooMany: 429, failed: 503 } as const

const askToSignIn = (error: keyof typeof editorWords.errors | null, status = 200): PageDecision<EditorView> => ({
  show: { kind: 'signIn', error: error && editorWords.errors[error] },
  isKept: false,
  status,
})

const receive = async ({ ask, remember }: EditorRequest, fields: URLSearchParams): Promise<PageDecision<EditorView>> => {
  if (fields.has('sign-out')) {
    remember(null)
    return { redirect: editorPath, afterForm: true }
  }
  const token = (fields.get('token') ?? '').trim()
  if (token === '') return askToSignIn('missing', 422)
  const { outcome } = tokenPattern.test(token) ? await ask(token) : { outcome: 'refused' as const }
  if (outcome !== 'found') return askToSignIn(outcome, statuses[outcome])
  remember(token)
  return { redirect: editorPath, afterForm: true }
}

/** Signs in and out, and shows an editor what the inspection found. */
export const loadEditor = async (request: EditorRequest): Promise<PageDecision<EditorView>> => {
  const { token, form, ask, remember } = request
  if (form) return receive(request, form.fields)
  if (token === null) return askToSignIn(null)
  const answer = await ask(token)
  if (answer.outcome === 'found') return { show: { kind: 'inspection', inspection: answer.inspection }, isKept: false }
  // What the API no longer accepts is of no use to anybody.
  if (answer.outcome === 'refused' || answer.outcome === 'notEditor') remember(null)
  return askToSignIn(answer.outcome, statuses[answer.outcome])
}
