/** Longer addresses do not fit into one of ours; their links lead there directly. */
const addressMaximum = 1200

/** The government's own sites need no warning (《政府网站发展指引》: 打开非政府网站链接时，应有提示信息). */
const isGovernment = ({ hostname }: URL): boolean => /(^|\.)gov\.cn$/.test(hostname)

/**
 * Address of the page that tells readers of an article that they are leaving for another site.
 * Null where no notice is needed: for sites of the government, and for this one.
 */
export const findLeavingPath = (articleId: string, url: string, siteUrl: string): string | null => {
  const target = URL.parse(url)
  if (!target || isGovernment(target) || target.origin === URL.parse(siteUrl)?.origin) return null
  const path = `/leaving?${new URLSearchParams({ article: articleId, url })}`
  return path.length > addressMaximum ? null : path
}
