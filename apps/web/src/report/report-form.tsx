import { ReportKind } from '@gazette/schema/report'
import type { ReactNode } from 'react'
import { articlePath } from '../site/paths.ts'
import type { ReportView } from './load-report.ts'
import type { ReportField } from './report-draft.ts'
import { reportWords } from './report-words.ts'

type FormView = Extract<ReportView, { kind: 'report' }>
type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** A field with its label, what to write in it and, in place, what is wrong with it. */
const Field = ({
  view,
  name,
  label,
  hint,
  children,
}: {
  view: FormView
  name: ReportField
  label: string
  hint?: string
  children: (described: Described) => ReactNode
}) => {
  const error = view.errors.find(({ field }) => field === name)
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error.message}
        </p>
      )}
      {children({ id: name, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

/** What is wrong, before everything else, with a way to each place. */
const Errors = ({ errors }: Pick<FormView, 'errors'>) => (
  <div className="form-errors" role="alert">
    <h2>{reportWords.errorsTitle}</h2>
    <ul>
      {errors.map(({ field, message }) => (
        <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
      ))}
    </ul>
  </div>
)

const Kinds = ({ view }: { view: FormView }) => (
  <Field view={view} name="kind" label={reportWords.kind}>
    {(described) => (
      <select {...described} name="kind" defaultValue={view.draft.kind || 'wrongFact'}>
        {ReportKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {reportWords.kinds[kind]}
          </option>
        ))}
      </select>
    )}
  </Field>
)

const Where = ({ view }: { view: FormView }) =>
  view.article ? (
    <p className="form-about">
      {`${reportWords.about}：`}
      <a href={articlePath(view.article.id)}>{view.article.title}</a>
      <input type="hidden" name="article" value={view.article.id} />
    </p>
  ) : (
    <Field view={view} name="page" label={reportWords.page} hint={reportWords.pageHint}>
      {(described) => <input {...described} type="text" name="page" defaultValue={view.draft.page} maxLength={2000} />}
    </Field>
  )

/** People do not see it; what fills in every field gives itself away. */
const Trap = () => (
  <div className="visually-hidden" aria-hidden="true">
    <label htmlFor="website">{reportWords.website}</label>
    <input id="website" type="text" name="website" tabIndex={-1} autoComplete="off" />
  </div>
)

/** The form for errors. It needs no script; what was typed stays when something is wrong. */
export const ReportForm = ({ view }: { view: FormView }) => (
  <form className="report" action="/report" method="post">
    {view.errors.length > 0 && <Errors errors={view.errors} />}
    <input type="hidden" name="token" value={view.draft.token} />
    <Where view={view} />
    <Kinds view={view} />
    <Field view={view} name="quote" label={reportWords.quote} hint={reportWords.quoteHint}>
      {(described) => <input {...described} type="text" name="quote" defaultValue={view.draft.quote} maxLength={500} />}
    </Field>
    <Field view={view} name="message" label={reportWords.message} hint={reportWords.messageHint}>
      {(described) => <textarea {...described} name="message" rows={6} defaultValue={view.draft.message} maxLength={2000} required />}
    </Field>
    <Field view={view} name="contact" label={reportWords.contact} hint={reportWords.contactHint}>
      {(described) => <input {...described} type="text" name="contact" defaultValue={view.draft.contact} maxLength={200} />}
    </Field>
    <Trap />
    <button className="button" type="submit">
      {reportWords.send}
    </button>
  </form>
)
