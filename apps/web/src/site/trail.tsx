import { words } from './words.ts'

export type TrailStep = { name: string; href: string }

/** Where the reader is, from the home page down. */
export const Trail = ({ steps, current }: { steps: TrailStep[]; current?: string }) => (
  <nav className="trail" aria-label={words.breadcrumb}>
    <ol>
      {steps.map((step) => (
        <li key={step.href}>
          <a href={step.href}>{step.name}</a>
        </li>
      ))}
      {current && (
        <li>
          <span aria-current="page">{current}</span>
        </li>
      )}
    </ol>
  </nav>
)

/** The steps of the API's breadcrumbs as addresses inside the site. */
export const toTrailSteps = (breadcrumbs: { path: string; name: string }[]): TrailStep[] =>
  breadcrumbs.map(({ path, name }) => ({ name, href: path === '' ? '/' : `/${path}/` }))
