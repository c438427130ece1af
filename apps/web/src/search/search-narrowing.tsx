import { type ActiveCondition, listNarrowings } from './list-conditions.ts'
import type { SearchView } from './load-search.ts'
import { searchPath } from './search-question.ts'
import { searchWords } from './search-words.ts'

/** The conditions that hold; each is a link to the same search without it. */
export const ActiveConditions = ({ conditions }: { conditions: ActiveCondition[] }) =>
  conditions.length === 0 ? null : (
    <ul className="active-conditions" aria-label={searchWords.active}>
      {conditions.map(({ label, without }) => (
        <li key={label}>
          <a href={searchPath(without)} aria-label={searchWords.drop(label)}>
            {label}
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )

/** Where the hits are, with counts: each is a link to the search narrowed to it. Folded on a phone. */
export const SearchNarrowing = ({ view: { question, answer } }: { view: SearchView }) => {
  const groups = answer?.facets ? listNarrowings(question, answer.facets) : []
  if (groups.length === 0) return null
  return (
    <nav className="narrowing" aria-label={searchWords.narrow}>
      <details>
        <summary>{searchWords.narrow}</summary>
        {groups.map(({ label, values }) => (
          <section key={label}>
            <h2>{label}</h2>
            <ul>
              {values.map(({ name, count, narrowed }) => (
                <li key={name}>
                  <a href={searchPath(narrowed)}>
                    {name}
                    <span className="count">{count}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </nav>
  )
}
