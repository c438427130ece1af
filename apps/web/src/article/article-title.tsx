import { TitleText } from '../site/title-text.tsx'
import { toTitleParts } from './title-parts.ts'

/** The title set as print sets it: kicker, title, subtitle. Read as text it is the full title, byte for byte. */
export const ArticleTitle = ({ article }: { article: Parameters<typeof toTitleParts>[0] & { language: string } }) => (
  <h1 className="article-title" lang={article.language}>
    {toTitleParts(article).map(({ role, glue, text }) => (
      <span key={role} className={`title-${role}`}>
        <TitleText text={glue + text} />
      </span>
    ))}
  </h1>
)
