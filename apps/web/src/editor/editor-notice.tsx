import type { InspectedChannel, Inspection } from '@gazette/schema/inspection'
import { editorWords } from './editor-words.ts'

const dateOf = (instant: string | null): string => instant?.slice(0, 'yyyy-mm-dd'.length) ?? ''

const say = ({ state, group, lastPublishedAt, overdueAt }: InspectedChannel): string => {
  const [due, last] = [dateOf(overdueAt), dateOf(lastPublishedAt)]
  switch (state) {
    case 'overdue':
      return editorWords.overdue(due, last, group)
    case 'dueSoon':
      return editorWords.dueSoon(due, last)
    case 'current':
      return editorWords.current(due)
    case 'empty':
      return editorWords.empty
    case 'none':
      return editorWords.none
  }
}

/** How up to date a channel is, for the editor who looks at it. Pages of readers have no inspection, and so no notice. */
export const EditorNotice = ({ inspection, channelId }: { inspection: Inspection | undefined; channelId: string }) => {
  const found = inspection?.channels.find(({ channel }) => channel.id === channelId)
  if (!found) return null
  return (
    <aside className={`editor-notice editor-notice-${found.state}`} aria-label={editorWords.notice}>
      <p>
        <span className="pin-mark">{editorWords.onlyEditors}</span>
        {say(found)}
        <a href="/editor">{editorWords.overview}</a>
      </p>
    </aside>
  )
}
