/** Where everything stands, absolute. Built from the public addresses in the configuration, never from a request. */
export type Addresses = {
  readonly home: string
  article(id: string): string
  channel(path: string): string
  media(id: string, fileName: string): string
  api(pathAndQuery: string): string
  problem(code: string): string
}

/** @param options public addresses of site and API, without a trailing slash */
export const createAddresses = ({ siteUrl, apiUrl }: { siteUrl: string; apiUrl: string }): Addresses => ({
  home: `${siteUrl}/`,
  article: (id) => `${siteUrl}/articles/${id}`,
  channel: (path) => `${siteUrl}/${path}/`,
  media: (id, fileName) => `${apiUrl}/media/${id}/${encodeURIComponent(fileName)}`,
  api: (pathAndQuery) => `${apiUrl}${pathAndQuery}`,
  problem: (code) => `${apiUrl}/v1/problems/${code}`,
})
