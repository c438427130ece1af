/** Address of an article on the site; permanent, it names neither channel nor title. */
export const articlePath = (id: string): string => `/articles/${id}`

/** Address of a channel; the first page carries no number. */
export const channelPath = (path: string, page = 1): string => (page === 1 ? `/${path}/` : `/${path}/?page=${page}`)

/** Address of the articles on one subject. */
export const topicPath = (slug: string, page = 1): string => withPage(`/topics/${encodeURIComponent(slug)}`, page)

/** Address of the articles of one author. */
export const authorPath = (name: string, page = 1): string => withPage(`/authors/${encodeURIComponent(name)}`, page)

/** Address of the articles of one month; `month` is 1 to 12. */
export const archivePath = (year: number, month: number, page = 1): string =>
  withPage(`/archive/${year}/${String(month).padStart(2, '0')}`, page)

export type FeedFormat = 'rss' | 'atom' | 'json'

/** Address of a feed: of one channel, or of the whole site without a path. */
export const feedPath = (format: FeedFormat, channel?: string): string => `${channel ? `/${channel}` : ''}/feed.${format}`

/** Address of the form for what is wrong: with an article, with a page of the site, or with the site. */
export const reportPath = ({ articleId, page }: { articleId?: string; page?: string } = {}): string => {
  const query = new URLSearchParams({ ...(articleId && { article: articleId }), ...(page && { page }) }).toString()
  return query === '' ? '/report' : `/report?${query}`
}

/** Address under which the fate of a report can be read. */
export const receiptPath = (number: string): string => `/report?${new URLSearchParams({ number })}`

const withPage = (path: string, page: number) => (page === 1 ? path : `${path}?page=${page}`)
