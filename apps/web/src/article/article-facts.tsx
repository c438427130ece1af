import type { Contributor } from '@gazette/schema/article-content'
import { Fragment, type ReactNode } from 'react'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { formatPublished } from '../site/format-date.ts'
import { authorPath } from '../site/paths.ts'
import { ReaderLink } from '../site/reader-link.tsx'
import { articleWords } from './article-words.ts'
import { groupByRole } from './group-by-role.ts'

type FactProps = { label: string; colon: string; children: ReactNode; isHidden?: boolean }

const Fact = ({ label, colon, children, isHidden = false }: FactProps) => (
  <div hidden={isHidden}>
    <dt>{label + colon}</dt>
    <dd>{children}</dd>
  </div>
)

/** A role is worth printing when the label before the names does not say it already. */
const Authors = ({ people, label, comma }: { people: Contributor[]; label: string; comma: string }) =>
  people.map((person, index) => (
    <Fragment key={person.name}>
      {index > 0 && comma}
      {person.role && person.role !== label && `${person.role} `}
      <a href={authorPath(person.name)}>{person.name}</a>
    </Fragment>
  ))

/** When, from where, by whom: the facts under a title. What is not known is not shown. */
export const ArticleFacts = ({ article, timeZone, views }: { article: ReaderArticle; timeZone: string; views: number | null }) => {
  const { publishedAt, source, author, editor, reading, length, viewed, times, colon, comma } = articleWords(article.language)
  return (
    <dl className="facts" lang={article.language}>
      <Fact label={publishedAt} colon={colon}>
        <time dateTime={article.publishedPrecision === 'day' ? article.publishedOn : article.publishedAt}>
          {formatPublished(article, timeZone)}
        </time>
      </Fact>
      {article.source && (
        <Fact label={source} colon={colon}>
          {article.source.url ? <ReaderLink href={article.source.url}>{article.source.name}</ReaderLink> : article.source.name}
        </Fact>
      )}
      {article.authors.length > 0 && (
        <Fact label={author} colon={colon}>
          <Authors people={article.authors} label={author} comma={comma} />
        </Fact>
      )}
      {groupByRole(article.editors, editor).map(({ role, names }) => (
        <Fact key={role} label={role} colon={colon}>
          {names.join(comma)}
        </Fact>
      ))}
      <Fact label={reading} colon={colon}>
        {length(article.wordCount, article.readingMinutes)}
      </Fact>
      {views !== null && (
        // Nobody has seen it yet: the script shows who is the first.
        <Fact label={viewed} colon={colon} isHidden={views === 0}>
          {/* Room for more digits: the script puts in the number of the moment. */}
          <span className="views">
            <span data-views>{views.toLocaleString('en-US')}</span>
            {times}
          </span>
        </Fact>
      )}
    </dl>
  )
}
