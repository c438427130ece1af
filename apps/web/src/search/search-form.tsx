import type { ChannelNode } from '@gazette/schema/channel'
import type { ReactNode } from 'react'
import { words } from '../site/words.ts'
import type { SearchView } from './load-search.ts'
import { hasConditions, isDay } from './search-question.ts'
import { searchWords } from './search-words.ts'

const ChannelOptions = ({ channels, depth = 0 }: { channels: ChannelNode[]; depth?: number }): ReactNode =>
  channels.flatMap((channel) => [
    <option key={channel.id} value={channel.path}>
      {'　'.repeat(depth) + channel.name}
    </option>,
    <ChannelOptions key={`${channel.id}-below`} channels={channel.children} depth={depth + 1} />,
  ])

const Select = ({
  name,
  label,
  value,
  all,
  children,
}: {
  name: string
  label: string
  value: string
  all: string
  children: ReactNode
}) => (
  <div className="field">
    <label htmlFor={`search-${name}`}>{label}</label>
    <select id={`search-${name}`} name={name} defaultValue={value}>
      <option value="">{all}</option>
      {children}
    </select>
  </div>
)

const Day = ({ name, label, value, error }: { name: 'from' | 'to'; label: string; value: string; error: string | undefined }) => (
  <div className={error ? 'field field-wrong' : 'field'}>
    <label htmlFor={`search-${name}`}>{label}</label>
    {error && (
      <p className="field-error" id={`search-${name}-error`}>
        {error}
      </p>
    )}
    <input
      id={`search-${name}`}
      type="date"
      name={name}
      defaultValue={isDay(value) ? value : ''}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `search-${name}-error` : undefined}
    />
  </div>
)

/** Conditions chosen from what was found live on when the words change. */
const Kept = ({ question }: Pick<SearchView, 'question'>) => (
  <>
    {question.source && <input type="hidden" name="source" value={question.source} />}
    {question.topic && <input type="hidden" name="topic" value={question.topic} />}
    {question.sort !== 'relevance' && <input type="hidden" name="sort" value={question.sort} />}
  </>
)

/**
 * The words to look for, and where and when to look. One form, which needs no script.
 * Beside hits the conditions are folded: those that hold are listed below.
 */
export const SearchForm = ({ view: { question, wrongDays, answer }, channels }: { view: SearchView; channels: ChannelNode[] }) => (
  <form className="search-panel" action="/search" method="get">
    <div className="search-form search-again">
      <input type="search" name="q" aria-label={words.search} defaultValue={question.q} maxLength={200} required />
      <button type="submit">{words.search}</button>
    </div>
    <Kept question={question} />
    <details open={hasConditions(question) && !answer}>
      <summary>{searchWords.conditions}</summary>
      <div className="search-conditions">
        <Select name="channel" label={searchWords.channel} value={question.channel} all={searchWords.allChannels}>
          <ChannelOptions channels={channels} />
        </Select>
        <Select name="kind" label={searchWords.kind} value={question.kind} all={searchWords.allKinds}>
          {Object.entries(searchWords.kinds).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
        <Day name="from" label={searchWords.from} value={question.from} error={wrongDays.from} />
        <Day name="to" label={searchWords.to} value={question.to} error={wrongDays.to} />
      </div>
    </details>
  </form>
)
