import type { Block } from '@gazette/schema/block'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { formatMinute } from '../site/format-date.ts'
import { topicPath } from '../site/paths.ts'
import { words } from '../site/words.ts'
import { FileLink } from './blocks/file-link.tsx'

const Attachments = ({ attachments }: Pick<ReaderArticle, 'attachments'>) => (
  <section className="attachments" aria-labelledby="attachments-title">
    <h2 id="attachments-title">{words.attachments}</h2>
    <ul>
      {attachments.map(({ media, title }) => (
        <li key={media.id}>
          <FileLink media={media} title={title} />
        </li>
      ))}
    </ul>
  </section>
)

const ChangeNotes = ({ notes, timeZone }: { notes: ReaderArticle['changeNotes']; timeZone: string }) => (
  <section className="change-notes" aria-labelledby="change-notes-title">
    <h2 id="change-notes-title">{words.changeNotes}</h2>
    <ol>
      {notes.map(({ at, note }) => (
        <li key={`${at}:${note}`}>
          <time dateTime={at}>{formatMinute(at, timeZone)}</time>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  </section>
)

/** Documents that stand in the text already are not listed a second time. */
export const listOtherAttachments = ({ attachments, body }: Pick<ReaderArticle, 'attachments' | 'body'>): ReaderArticle['attachments'] => {
  const isFile = (block: Block): block is Extract<Block, { type: 'file' }> => block.type === 'file'
  const shown = new Set(body.filter(isFile).map(({ media }) => media.id))
  return attachments.filter(({ media }) => !shown.has(media.id))
}

/** What belongs to the text and follows it: documents, corrections, subjects. */
export const ArticleFoot = ({ article, timeZone }: { article: ReaderArticle; timeZone: string }) => {
  const attachments = listOtherAttachments(article)
  return (
    <>
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      {article.changeNotes.length > 0 && <ChangeNotes notes={article.changeNotes} timeZone={timeZone} />}
      {article.topics.length > 0 && (
        <section className="topics" aria-labelledby="topics-title">
          <h2 id="topics-title">{words.topics}</h2>
          <ul>
            {article.topics.map(({ slug, name }) => (
              <li key={slug}>
                <a href={topicPath(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
