import { sampleBlocks } from '../rendering/sample-blocks.ts'
import type { Feed, FeedArticle } from './feed.ts'

/** A complete article for tests of feeds; every field can be replaced. */
export const feedArticle = (fields: Partial<FeedArticle> = {}): FeedArticle => ({
  id: 'a1',
  kind: 'news',
  status: 'published',
  language: 'zh-Hans-CN',
  title: '政协召开会议',
  kicker: null,
  subtitle: null,
  fullTitle: '政协召开会议',
  summary: '会议摘要',
  channel: { id: 'c1', path: 'zwzx/zhxw', name: '综合新闻' },
  authors: [{ name: '张三', role: '本报记者' }],
  source: { name: '人民政协报', url: 'https://www.example.net/a?b=1&c=2' },
  origin: 'reprint',
  publishedAt: '2024-11-28T00:00:00+08:00',
  updatedAt: '2024-11-29T09:30:00+08:00',
  publishedOn: '2024-11-28',
  publishedPrecision: 'day',
  revision: 1,
  topics: [{ slug: 'minsheng', name: '民生' }],
  keywords: [],
  cover: null,
  wordCount: 10,
  readingMinutes: 1,
  url: 'https://www.example.org/articles/a1',
  contentHash: 'x',
  withdrawal: null,
  body: Object.values(sampleBlocks),
  ...fields,
})

/** A feed for tests; every field can be replaced. */
export const sampleFeed = (fields: Partial<Feed> = {}): Feed => ({
  site: { name: '示例政协网', sponsor: '示例市政协办公室', url: 'https://www.example.org/', timeZone: 'Asia/Shanghai' },
  title: '综合新闻 · 示例政协网',
  description: '综合新闻',
  language: 'zh-Hans-CN',
  homeUrl: 'https://www.example.org/zwzx/zhxw/',
  selfUrl: 'https://www.example.org/zwzx/zhxw/feed.rss',
  createdAt: '2024-01-01T00:00:00+08:00',
  articles: [
    feedArticle(),
    feedArticle({ id: 'a2', url: 'https://www.example.org/articles/a2', publishedAt: '2024-11-27T15:04:05+08:00' }),
  ],
  ...fields,
})

/** Titles that break feeds that are put together carelessly, with what a reader must see. */
export const hostileTitles: readonly (readonly [written: string, read: string])[] = [
  [']]>', ']]>'],
  ['A & B < C > D "E" \'F\'', 'A & B < C > D "E" \'F\''],
  ['<b>粗</b><script>alert(1)</script>', '<b>粗</b><script>alert(1)</script>'],
  ['&amp; &lt; &#0; &nbsp;', '&amp; &lt; &#0; &nbsp;'],
  ['甲\u0000乙\u0008丙\u001F丁\u007F戊\u0085', '甲乙丙丁戊'],
  ['\uFFFE甲\uFFFF', '甲'],
  ['喜报😀𠮷', '喜报😀𠮷'],
  ['甲\uD800乙\uDC00丙', '甲乙丙'],
  ['<!-- --> <?xml ?> <![CDATA[ ]]>', '<!-- --> <?xml ?> <![CDATA[ ]]>'],
]
