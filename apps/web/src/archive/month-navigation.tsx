import { archivePath } from '../site/paths.ts'
import { words } from '../site/words.ts'
import type { Month } from './months.ts'

/** The ways to the months beside, and to all of them. */
export const MonthNavigation = ({ earlier, later }: { earlier: Month | null; later: Month | null }) => (
  <nav className="sub-channels" aria-label={words.archive}>
    <ul>
      {earlier && (
        <li>
          <a href={archivePath(earlier.year, earlier.month)} rel="prev">
            {words.archiveOf(earlier.year, earlier.month)}
          </a>
        </li>
      )}
      {later && (
        <li>
          <a href={archivePath(later.year, later.month)} rel="next">
            {words.archiveOf(later.year, later.month)}
          </a>
        </li>
      )}
      <li>
        <a href="/sitemap#archive">{words.allMonths}</a>
      </li>
    </ul>
  </nav>
)
