import type { ReactNode } from 'react'
import type { Frame } from './reader-page.ts'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { words } from './words.ts'

/** The frame of every page. `currentPath` is the channel the reader is in, empty on the home page, null elsewhere. */
export const Layout = ({ frame, currentPath, children }: { frame: Frame; currentPath: string | null; children: ReactNode }) => (
  <>
    <a className="skip-link" href="#main">
      {words.skipToContent}
    </a>
    <SiteHeader frame={frame} currentPath={currentPath} />
    <main id="main" tabIndex={-1}>
      {children}
    </main>
    <SiteFooter site={frame.site} />
  </>
)
