import { enableArticleActions } from './article-actions.ts'
import { countView } from './count-view.ts'
import { followCurrentSection } from './current-section.ts'
import { applyPreferencesLive } from './live-preferences.ts'
import { enableReadAloud } from './read-aloud.ts'
import { enableReadingLine } from './reading-line.ts'
import { showCurrentChannel } from './show-current-channel.ts'
import { suggestQueries } from './suggest-queries.ts'
import { enableToolbarKeys } from './toolbar-keys.ts'

/** Everything here is a convenience: without this script every page reads, prints, pages, searches and remembers. */
for (const element of document.querySelectorAll<HTMLElement>('[data-needs="script"]')) element.hidden = false
showCurrentChannel()
applyPreferencesLive()
enableArticleActions()
enableReadAloud()
enableReadingLine()
enableToolbarKeys()
suggestQueries()
followCurrentSection()
countView()
