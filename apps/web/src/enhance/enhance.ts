import { enableArticleActions } from './article-actions.ts'
import { countView } from './count-view.ts'
import { followCurrentSection } from './current-section.ts'
import { applyPreferencesLive } from './live-preferences.ts'
import { enableReadAloud } from './read-aloud.ts'
import { enableReadingLine } from './reading-line.ts'
import { showCurrentChannel } from './show-current-channel.ts'
import { suggestQueries } from './suggest-queries.ts'
import { enableToolbarKeys } from './toolbar-keys.ts'

const showTools = (): void => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-needs="script"]')) element.hidden = false
}

/**
 * Everything here is a convenience: without this script every page reads, prints, pages, searches and remembers.
 * So the page is painted first, and nothing of this makes a reader wait longer than one step takes.
 */
const steps = [
  applyPreferencesLive,
  enableArticleActions,
  enableReadAloud,
  enableReadingLine,
  enableToolbarKeys,
  showTools,
  suggestQueries,
  followCurrentSection,
  countView,
]

const takeSteps = (): void => {
  steps.shift()?.()
  if (steps.length > 0) setTimeout(takeSteps)
}

// In the frame that is laid out anyway: asked any earlier, where the channel stands would cost a layout of its own.
requestAnimationFrame(() => {
  showCurrentChannel()
  setTimeout(takeSteps)
})
