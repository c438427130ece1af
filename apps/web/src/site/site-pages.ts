import { words } from './words.ts'

/** The pages about the site itself, in the order the footer shows them. */
export const sitePages = [
  { href: '/sitemap', name: words.siteMap },
  { href: '/feeds', name: words.feeds },
  { href: '/preferences', name: words.settings },
  { href: '/about', name: words.about },
  { href: '/accessibility', name: words.accessibility },
  { href: '/developers', name: words.developers },
] as const
