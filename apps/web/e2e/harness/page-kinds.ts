import { readExample } from './read-example.ts'

const article = (situation: string): string => `/articles/${readExample(situation).id}`

/** One address of each kind of page a reader can meet. */
export const pageKinds: readonly (readonly [kind: string, path: string])[] = [
  ['home', '/'],
  ['channel', '/zwzx/zhxw/'],
  ['channel of channels', '/zwzx/'],
  ['article', article('kicker-title-subtitle')],
  ['article with a gallery', article('with-gallery')],
  ['article with a table', article('table-with-spans')],
  ['article with a video', article('video-with-transcript')],
  ['article with attachments', article('attachments')],
  ['official document', article('official-document')],
  ['article in English', article('english-article')],
  ['withdrawn article', article('withdrawn')],
  ['removed article', article('removed')],
  ['search', '/search'],
  ['search results', `/search?q=${encodeURIComponent('桥头议事')}`],
  ['topic', '/topics/qiao-tou-yi-shi'],
  ['author', `/authors/${encodeURIComponent('林溪石')}`],
  ['archive', '/archive/2026/11'],
  ['feeds', '/feeds'],
  ['site map', '/sitemap'],
  ['about', '/about'],
  ['accessibility statement', '/accessibility'],
  ['developers', '/developers'],
  ['reading settings', '/preferences'],
  ['unknown address', '/no/such/page'],
]
