import { readExample } from './read-example.ts'

const article = (situation: string): string => `/articles/${readExample(situation).id}`

const leaving = (situation: string): string => {
  const { id, content } = readExample(situation)
  return `/leaving?${new URLSearchParams({ article: id, url: content.source?.url ?? '' })}`
}

/** One address of each kind of page a reader can meet, and the status it answers. */
export const pageKinds: readonly (readonly [kind: string, path: string, status: number])[] = [
  ['home', '/', 200],
  ['channel', '/zwzx/zhxw/', 200],
  ['channel of channels', '/zwzx/', 200],
  ['article', article('kicker-title-subtitle'), 200],
  ['article with a gallery', article('with-gallery'), 200],
  ['article with a table', article('table-with-spans'), 200],
  ['article with a video', article('video-with-transcript'), 200],
  ['article with attachments', article('attachments'), 200],
  ['official document', article('official-document'), 200],
  ['article in English', article('english-article'), 200],
  ['withdrawn article', article('withdrawn'), 200],
  ['removed article', article('removed'), 410],
  ['search', '/search', 200],
  ['search results', `/search?q=${encodeURIComponent('桥头议事')}`, 200],
  ['search without hits', `/search?q=${encodeURIComponent('量子纠缠')}`, 200],
  ['topic', '/topics/qiao-tou-yi-shi', 200],
  ['author', `/authors/${encodeURIComponent('林溪石')}`, 200],
  ['archive', '/archive/2026/11', 200],
  ['feeds', '/feeds', 200],
  ['site map', '/sitemap', 200],
  ['about', '/about', 200],
  ['accessibility statement', '/accessibility', 200],
  ['developers', '/developers', 200],
  ['reading settings', '/preferences', 200],
  ['report of an error', '/report', 200],
  ['sign-in of editors', '/editor', 200],
  ['leaving the site', leaving('reprint-with-source-link'), 200],
  ['unknown address', '/no/such/page', 404],
]
