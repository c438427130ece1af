import { words } from '../site/words.ts'

/** What the site says inside an article: in English where the article is English, so that a sentence keeps to one language. */
export type ArticleWords = {
  publishedAt: string
  source: string
  author: string
  editor: string
  reading: string
  /** How long the text is, and how long reading it takes. */
  length: (count: number, minutes: number) => string
  viewed: string
  /** What stands behind the number of views. */
  times: string
  callout: Record<keyof typeof words.callout, string>
  noticeOld: (years: number) => string
  colon: string
  comma: string
}

const chinese: ArticleWords = {
  publishedAt: words.publishedAt,
  source: words.source,
  author: words.author,
  editor: words.editor,
  reading: words.reading,
  length: (count, minutes) => `${words.characters(count)}，${words.minutes(minutes)}`,
  viewed: words.viewed,
  times: words.times,
  callout: words.callout,
  noticeOld: words.noticeOld,
  colon: '：',
  comma: '、',
}

const english: ArticleWords = {
  publishedAt: 'Published',
  source: 'Source',
  author: 'By',
  editor: 'Editor',
  reading: 'Length',
  length: (count, minutes) => `${count.toLocaleString('en-US')} words, about ${minutes} min`,
  viewed: 'Views',
  times: '',
  callout: { note: 'Note', important: 'Important', warning: 'Caution' },
  noticeOld: (years) => `Published ${years} years ago; some of it may have changed.`,
  colon: ': ',
  comma: ', ',
}

/** @param language of the article, a BCP 47 tag */
export const articleWords = (language: string): ArticleWords => (/^en\b/i.test(language) ? english : chinese)
