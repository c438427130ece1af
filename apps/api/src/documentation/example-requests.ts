/** A request whose real answer stands in the OpenAPI document as an example. */
export type ExampleRequest = { name: string; summary: string; url: string; accept?: string; authorization?: string }

/** The example articles these requests meet, by the names of their files. */
export const exampleSituations = [
  'moved-from-legacy-address',
  'corrected-with-change-notes',
  'image-with-caption-credit',
  'withdrawn',
  'removed',
] as const

/** What is pinned among them. */
export const examplePlacement = { articleId: 'saf3qq8oqpac', channel: 'zwzx/gzdt', highlighted: true } as const

const article = '/v1/articles/s95afc2vzs86'

/** At least one request for every operation, the first of them the one the documentation suggests trying. */
export const exampleRequests: Record<string, readonly ExampleRequest[]> = {
  getSite: [{ name: 'site', summary: '网站信息 The site', url: '/v1/site' }],
  listChannels: [{ name: 'byPath', summary: '按路径查找 One channel by its path', url: '/v1/channels?path=zwzx/zhxw' }],
  getChannel: [{ name: 'channel', summary: '一个栏目 One channel', url: '/v1/channels/zwzx' }],
  listPlacements: [{ name: 'channel', summary: '某栏目的置顶 Pinned in a channel', url: '/v1/placements?channel=zwzx/gzdt' }],
  listArticles: [
    { name: 'page', summary: '一页摘要 A page of summaries', url: '/v1/articles?limit=2&include=total' },
    { name: 'fields', summary: '只要几个字段 Some fields only', url: '/v1/articles?limit=2&fields=title,url&channel=zwzx' },
    { name: 'ids', summary: '按编号批量读取 By ids', url: '/v1/articles?ids=saf3qq8oqpac,nosuch&body=text&fields=title' },
  ],
  getArticle: [
    { name: 'blocks', summary: '正文为区块 With typed blocks', url: article },
    { name: 'html', summary: '正文为 HTML Body as HTML', url: `${article}?body=html` },
    { name: 'withdrawn', summary: '已撤回，附说明 Withdrawn, with its notice', url: '/v1/articles/znw240gl2hyw?body=markdown' },
  ],
  readArticle: [{ name: 'reading', summary: '文章及其前后与相关 With what stands around it', url: `${article}/reading?limit=1` }],
  listArticleRevisions: [{ name: 'revisions', summary: '各版本 Its published states', url: '/v1/articles/tldxibxmpx8y/revisions' }],
  listRelatedArticles: [{ name: 'related', summary: '相关文章 Related articles', url: `${article}/related?limit=1` }],
  getArticleNeighbours: [{ name: 'neighbours', summary: '前后两篇 Before and after', url: '/v1/articles/tldxibxmpx8y/neighbours' }],
  getArticleViews: [{ name: 'views', summary: '浏览次数 Its views', url: '/v1/articles/tldxibxmpx8y/views' }],
  resolveAddress: [
    {
      name: 'legacy',
      summary: '旧地址 A legacy address',
      url: '/v1/resolve?url=https%3A%2F%2Fwww.example.gov.cn%2Fzwzx%2Fzhxw%2F201611%2Ft20161122_693227.shtml',
    },
  ],
  searchArticles: [{ name: 'hits', summary: '搜索结果 What was found', url: '/v1/search?q=%E5%A7%94%E5%91%98&channel=zwzx/zhxw' }],
  suggestQueries: [{ name: 'suggestions', summary: '搜索建议 Suggestions', url: '/v1/search/suggestions?q=zx' }],
  listTopics: [{ name: 'topics', summary: '主题 Subjects', url: '/v1/topics' }],
  listAuthors: [{ name: 'authors', summary: '作者 Authors', url: '/v1/authors' }],
  listSources: [{ name: 'sources', summary: '来源 Sources', url: '/v1/sources' }],
  streamChanges: [{ name: 'event', summary: '一个事件 One event', url: '/v1/changes/stream' }],
  exportArticles: [{ name: 'lines', summary: '最初两行 The first two lines', url: '/v1/export/articles.ndjson?body=none' }],
  getFeed: [
    { name: 'rss', summary: 'RSS 2.0', url: '/v1/feeds/rss?channel=zwzx/zhxw' },
    { name: 'atom', summary: 'Atom 1.0', url: '/v1/feeds/atom?channel=zwzx/zhxw' },
    { name: 'json', summary: 'JSON Feed 1.1', url: '/v1/feeds/json?channel=zwzx/zhxw' },
  ],
  getSitemap: [{ name: 'index', summary: '总表 The index', url: '/v1/sitemaps/index.xml' }],
  listChanges: [{ name: 'changes', summary: '从头读起 From the beginning', url: '/v1/changes?limit=2' }],
  listProblems: [{ name: 'problems', summary: '错误目录 The catalogue', url: '/v1/problems' }],
  getProblem: [{ name: 'problem', summary: '一种错误 One problem', url: '/v1/problems/invalid-cursor' }],
  getLiveness: [{ name: 'live', summary: '存活 Running', url: '/livez' }],
  getReadiness: [{ name: 'ready', summary: '就绪 Ready', url: '/readyz' }],
  getVersion: [{ name: 'version', summary: '版本 Version', url: '/version' }],
}

/** Requests that are refused, one for each problem a caller can provoke. */
export const problemRequests: readonly ExampleRequest[] = [
  { name: 'invalid-parameter', summary: '取值无效 A value out of range', url: '/v1/articles?limit=0' },
  { name: 'unknown-parameter', summary: '未知参数 An unknown parameter', url: '/v1/articles?chanel=zwzx' },
  { name: 'invalid-cursor', summary: '游标无效 A forged cursor', url: '/v1/articles?cursor=forged' },
  { name: 'article-not-found', summary: '没有这篇文章 No such article', url: '/v1/articles/nosuch' },
  { name: 'channel-not-found', summary: '没有这个栏目 No such channel', url: '/v1/channels/nosuch' },
  { name: 'not-acceptable', summary: '格式不可用 No such format', url: '/v1/site', accept: 'text/html' },
  { name: 'invalid-token', summary: '令牌无效 Not a valid token', url: '/v1/site', authorization: 'Bearer gzt_mistyped' },
  { name: 'article-removed', summary: '已移除 Removed for good', url: '/v1/articles/s4mct3tez281' },
]
