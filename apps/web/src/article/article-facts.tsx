import type { Contributor } from '@gazette/schema/article-content'
import { Fragment } from 'react'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { formatPublished } from '../site/format-date.ts'
import { authorPath } from '../site/paths.ts'
import { ReaderLink } from '../site/reader-link.tsx'
import { words } from '../site/words.ts'

/** A role is worth printing when the label before the names does not say it already. */
const Names = ({ people, label, linked }: { people: Contributor[]; label: string; linked: boolean }) =>
  people.map((person, index) => (
    <Fragment key={person.name}>
      {index > 0 && '、'}
      {person.role && person.role !== label && `${person.role} `}
      {linked ? <a href={authorPath(person.name)}>{person.name}</a> : person.name}
    </Fragment>
  ))

/** When, from where, by whom: the facts under a title. What is not known is not shown. */
export const ArticleFacts = ({ article, timeZone }: { article: ReaderArticle; timeZone: string }) => (
  <dl className="facts">
    <div>
      <dt>{words.publishedAt}</dt>
      <dd>
        <time dateTime={article.publishedPrecision === 'day' ? article.publishedOn : article.publishedAt}>
          {formatPublished(article, timeZone)}
        </time>
      </dd>
    </div>
    {article.source && (
      <div>
        <dt>{words.source}</dt>
        <dd>{article.source.url ? <ReaderLink href={article.source.url}>{article.source.name}</ReaderLink> : article.source.name}</dd>
      </div>
    )}
    {article.authors.length > 0 && (
      <div>
        <dt>{words.author}</dt>
        <dd>
          <Names people={article.authors} label={words.author} linked />
        </dd>
      </div>
    )}
    {article.editors.length > 0 && (
      <div>
        <dt>{words.editor}</dt>
        <dd>
          <Names people={article.editors} label={words.editor} linked={false} />
        </dd>
      </div>
    )}
    <div>
      <dt>{words.reading}</dt>
      <dd>{`${words.characters(article.wordCount)}，${words.minutes(article.readingMinutes)}`}</dd>
    </div>
  </dl>
)
