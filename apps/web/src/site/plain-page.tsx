import type { ReactNode } from 'react'
import { Layout } from './layout.tsx'
import { PageHead } from './page-head.tsx'
import type { Frame } from './reader-page.ts'
import { Trail } from './trail.tsx'
import { words } from './words.ts'

/** A page about the site itself: a title and what is to be said. */
export const PlainPage = ({
  frame,
  title,
  path,
  description = '',
  children,
}: {
  frame: Frame
  title: string
  path: string
  description?: string
  children: ReactNode
}) => (
  <Layout frame={frame} currentPath={null}>
    <PageHead
      site={frame.site}
      title={title}
      path={path}
      description={description}
      openGraph={[{ property: 'og:type', content: 'website' }]}
      feed={{ path: '/', title: frame.site.name }}
    />
    <Trail steps={[{ name: words.home, href: '/' }]} current={title} />
    <div className="channel">
      <header className="channel-header">
        <h1>{title}</h1>
        {description && <p className="channel-description">{description}</p>}
      </header>
      <div className="plain">{children}</div>
    </div>
  </Layout>
)
