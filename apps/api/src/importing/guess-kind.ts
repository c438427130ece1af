import type { ArticleKind } from '@gazette/schema/article-content'

const endings: readonly [RegExp, ArticleKind][] = [
  [/(?:的通知|通告|公告|公示|启事|的批复|的决定|的意见)(?:[（(][^）)]{1,20}[）)])?$/, 'notice'],
  [/(?:的讲话|讲话全文|致辞|贺词|的发言)$|上的(?:讲话|发言|致辞)/, 'speech'],
  [/(?:政策|文件|图文)?解读$|^(?:图解|一图读懂|一图看懂)/, 'interpretation'],
  [/(?:综述|述评|评述)$/, 'review'],
  [/(?:工作|调研|视察|考察|年度)报告$/, 'report'],
  [/(?:的提案|的建议案)$/, 'proposal'],
  [/^(?:专访|对话|访谈)[:：丨|]|访谈录$|答记者问$/, 'interview'],
]

/** Kind of article by how its title ends; null when the title does not tell, which is news. */
export const guessKind = (titles: readonly string[]): ArticleKind | null => {
  for (const title of titles) for (const [pattern, kind] of endings) if (pattern.test(title)) return kind
  return null
}
