import type { ReactNode } from 'react'

/** Whether an address leads away from the site. */
export const isElsewhere = (href: string): boolean => /^https?:\/\//i.test(href)

/** A link inside content. The style sheet marks links that leave the site; they give nothing away to where they lead. */
export const ReaderLink = ({ href, children }: { href: string; children: ReactNode }) =>
  isElsewhere(href) ? (
    <a href={href} className="elsewhere" rel="noopener noreferrer external">
      {children}
    </a>
  ) : (
    <a href={href}>{children}</a>
  )
