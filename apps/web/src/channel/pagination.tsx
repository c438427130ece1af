import { words } from '../site/words.ts'
import { listPageNumbers } from './page-numbers.ts'

/** Links to the other pages of a list. `toPath` gives the address of a page. */
export const Pagination = ({ current, count, toPath }: { current: number; count: number; toPath: (page: number) => string }) =>
  count <= 1 ? null : (
    <nav className="pagination" aria-label={words.pages}>
      {current > 1 && (
        <a className="pagination-step" href={toPath(current - 1)} rel="prev">
          {words.previousPage}
        </a>
      )}
      <ol>
        {listPageNumbers(current, count).map((step, index) =>
          step === 'gap' ? (
            <li key={`gap-${index < 3 ? 'before' : 'after'}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={step}>
              <a href={toPath(step)} aria-label={words.page(step)} aria-current={step === current ? 'page' : undefined}>
                {step}
              </a>
            </li>
          ),
        )}
      </ol>
      {current < count && (
        <a className="pagination-step" href={toPath(current + 1)} rel="next">
          {words.nextPage}
        </a>
      )}
    </nav>
  )
