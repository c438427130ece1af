import { PlainPage } from '../site/plain-page.tsx'
import { PreferencesForm } from '../site/preferences-form.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'
import { words } from '../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type PreferencesView = { kind: 'preferences' }

export const getServerSideProps = readerPage<PreferencesView>(async () => ({ show: { kind: 'preferences' } }))

export default function Preferences({ frame, view }: ReaderProps<PreferencesView>) {
  if (view.kind !== 'preferences') return <StatusPage frame={frame} view={view} />
  return (
    <PlainPage frame={frame} title={words.settings} path="/preferences" description={words.settingsHint}>
      <PreferencesForm />
      <section className="preferences-sample" aria-labelledby="sample-title">
        <h2 id="sample-title">{words.settingsSample}</h2>
        <div className="prose">
          <p>{words.settingsSampleText}</p>
        </div>
      </section>
    </PlainPage>
  )
}
