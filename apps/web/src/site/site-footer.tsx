import type { Site } from '@gazette/schema/site'
import { reportPath } from './paths.ts'
import { readyMarkup } from './ready-markup.ts'
import { sitePages } from './site-pages.ts'
import { words } from './words.ts'

const Facts = ({ site }: { site: Site }) => (
  <dl className="footer-facts">
    <div>
      <dt>{words.sponsor}</dt>
      <dd>{site.sponsor}</dd>
    </div>
    {site.organizer && (
      <div>
        <dt>{words.organizer}</dt>
        <dd>{site.organizer}</dd>
      </div>
    )}
    <div>
      <dt>{words.address}</dt>
      <dd>{site.contact.address}</dd>
    </div>
    <div>
      <dt>{words.postalCode}</dt>
      <dd>{site.contact.postalCode}</dd>
    </div>
    <div>
      <dt>{words.telephone}</dt>
      <dd>{site.contact.telephone}</dd>
    </div>
    <div>
      <dt>{words.email}</dt>
      <dd>
        <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>
      </dd>
    </div>
  </dl>
)

const Inside = ({ site }: { site: Site }) => (
  <div className="site-footer-inner">
    <nav aria-label={words.footerNavigation}>
      <ul className="footer-links">
        {sitePages.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li>
          <a href={reportPath()}>{words.errorEntry}</a>
        </li>
      </ul>
    </nav>
    <Facts site={site} />
    <p className="footer-numbers">
      <span>{words.partyAndGovernment}</span>
      <span>{`${words.siteIdCode} ${site.siteIdCode}`}</span>
      <a href="https://beian.miit.gov.cn/" rel="noopener noreferrer external">
        {site.icpNumber}
      </a>
      <a
        href={`https://beian.mps.gov.cn/#/query/webSearch?code=${site.publicSecurityNumber.replace(/\D/g, '')}`}
        rel="noopener noreferrer external"
      >
        {site.publicSecurityNumber}
      </a>
    </p>
    {site.sample && <p className="sample-notice">{words.sampleNotice}</p>}
  </div>
)

/** The bottom zone the design rules ask for: who runs the site, how to reach them, its numbers, and the site map. */
export const SiteFooter = ({ site }: { site: Site }) => (
  <footer className="site-footer" dangerouslySetInnerHTML={readyMarkup(site, 'footer', () => <Inside site={site} />)} />
)
