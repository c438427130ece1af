import { type ReactNode, useContext } from 'react'
import { findLeavingPath } from '../leaving/leaving-path.ts'
import { OuterLinkContext } from './outer-link-context.ts'

/** Whether an address leads away from the site. */
export const isElsewhere = (href: string, siteUrl: string): boolean =>
  /^https?:\/\//i.test(href) && (siteUrl === '' || URL.parse(href)?.origin !== URL.parse(siteUrl)?.origin)

/**
 * A link inside content. The style sheet marks links that leave the site; they give nothing away to where they lead,
 * and where the site is set up so, a page in between says that they leave.
 */
export const ReaderLink = ({ href, children }: { href: string; children: ReactNode }) => {
  const { siteUrl, articleId } = useContext(OuterLinkContext)
  if (!isElsewhere(href, siteUrl)) return <a href={href}>{children}</a>
  const leaving = articleId === null ? null : findLeavingPath(articleId, href, siteUrl)
  return (
    <a href={leaving ?? href} className="elsewhere" rel="noopener noreferrer external" data-address={href}>
      {children}
    </a>
  )
}
