import type { Inspection } from '@gazette/schema/inspection'
import { Layout } from '../site/layout.tsx'
import { PageHead } from '../site/page-head.tsx'
import { channelPath } from '../site/paths.ts'
import type { Frame } from '../site/reader-page.ts'
import { Trail } from '../site/trail.tsx'
import { words } from '../site/words.ts'
import { editorWords } from './editor-words.ts'
import type { EditorView } from './load-editor.ts'

const dateOf = (instant: string | null): string => instant?.slice(0, 'yyyy-mm-dd'.length) ?? '—'

const SignIn = ({ error }: { error: string | null }) => (
  <form className="report" action="/editor" method="post">
    {error && (
      <div className="form-errors" role="alert">
        <h2>{editorWords.errorsTitle}</h2>
        <p>
          <a href="#token">{error}</a>
        </p>
      </div>
    )}
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor="token">{editorWords.token}</label>
      <p className="field-hint" id="token-hint">
        {editorWords.tokenHint}
      </p>
      <input
        id="token"
        name="token"
        type="password"
        autoComplete="current-password"
        spellCheck={false}
        maxLength={200}
        required
        aria-describedby="token-hint"
        aria-invalid={error ? true : undefined}
      />
    </div>
    <button className="button" type="submit">
      {editorWords.signIn}
    </button>
  </form>
)

const Indicators = ({ indicators }: Pick<Inspection, 'indicators'>) => (
  <table className="inspection">
    <thead>
      <tr>
        <th scope="col">{editorWords.indicator}</th>
        <th scope="col">{editorWords.found}</th>
        <th scope="col">{editorWords.limit}</th>
        <th scope="col">{editorWords.result}</th>
      </tr>
    </thead>
    <tbody>
      {indicators.map(({ code, passed, count, limit }) => (
        <tr key={code} className={passed ? undefined : 'inspection-rejected'}>
          <th scope="row">{editorWords.indicators[code]}</th>
          <td>{count}</td>
          <td>{limit}</td>
          <td>{passed ? editorWords.passed : editorWords.rejected}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Attention = ({ channels }: Pick<Inspection, 'channels'>) => (
  <table className="inspection">
    <thead>
      <tr>
        <th scope="col">{editorWords.channel}</th>
        <th scope="col">{editorWords.state}</th>
        <th scope="col">{editorWords.last}</th>
        <th scope="col">{editorWords.due}</th>
      </tr>
    </thead>
    <tbody>
      {channels.map(({ channel, state, lastPublishedAt, overdueAt }) => (
        <tr key={channel.id} className={state === 'dueSoon' ? undefined : 'inspection-rejected'}>
          <th scope="row">
            <a href={channelPath(channel.path)}>{channel.name}</a>
          </th>
          <td>{editorWords.states[state]}</td>
          <td>{dateOf(lastPublishedAt)}</td>
          <td>{dateOf(overdueAt)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Overview = ({ inspection }: { inspection: Inspection }) => {
  const urgency = ['overdue', 'empty', 'dueSoon']
  const attention = inspection.channels
    .filter(({ state }) => urgency.includes(state))
    .toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || (a.overdueAt ?? '').localeCompare(b.overdueAt ?? ''))
  return (
    <>
      <Indicators indicators={inspection.indicators} />
      <h2>{editorWords.attention}</h2>
      {attention.length > 0 ? <Attention channels={attention} /> : <p>{editorWords.nothing}</p>}
      <form className="sign-out" action="/editor" method="post">
        <button className="button button-quiet" type="submit" name="sign-out" value="1">
          {editorWords.signOut}
        </button>
      </form>
    </>
  )
}

/** Where an editor signs in, and what the inspection of the channels found. Kept out of indexes and out of every cache. */
export const EditorPage = ({ frame, view }: { frame: Frame; view: EditorView }) => {
  const isSignedIn = view.kind === 'inspection'
  const title = isSignedIn ? editorWords.signedIn : editorWords.title
  return (
    <Layout frame={frame} currentPath={null}>
      <PageHead site={frame.site} title={!isSignedIn && view.error ? `${editorWords.errorsTitle} - ${title}` : title} />
      <Trail steps={[{ name: words.home, href: '/' }]} current={title} />
      <div className="channel">
        <header className="channel-header">
          <h1>{title}</h1>
          <p className="channel-description">{isSignedIn ? editorWords.signedInHint : editorWords.hint}</p>
        </header>
        <div className="plain">{isSignedIn ? <Overview inspection={view.inspection} /> : <SignIn error={view.error} />}</div>
      </div>
    </Layout>
  )
}
