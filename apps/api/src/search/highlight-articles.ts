import type { ArticleContent } from '@gazette/schema/article-content'
import { blockTexts } from '../articles/block-text.ts'
import type { Phrase } from './analyse-text.ts'
import { type HighlightRun, highlightBody, highlightText } from './highlight.ts'

/** What is to be shown of one article. `content` is the JSON of its public revision. */
export type Highlights = { title: HighlightRun[]; body: HighlightRun[][] }

/** Highlights of each article, in the order given. */
export const highlightArticles = (contents: readonly string[], phrases: readonly Phrase[]): Highlights[] =>
  contents.map((json) => {
    const content = JSON.parse(json) as ArticleContent
    const body = highlightBody(blockTexts(content.body), phrases)
    // A summary repeats the body in other words: it is shown where the body has nothing to show.
    return { title: highlightText(content.title, phrases), body: body.length > 0 ? body : highlightBody([content.summary], phrases) }
  })
