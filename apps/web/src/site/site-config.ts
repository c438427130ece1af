import { z } from 'zod'

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  API_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
  SITE_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  PAGES_DIR: z.string().min(1).default('data/pages'),
  EXTERNAL_LINK_NOTICE: z.enum(['on', 'off']).default('on'),
})

/** What the site takes from its environment: where it listens, where the content comes from, where it keeps its last good pages. */
export type SiteConfig = {
  host: string
  webPort: number
  apiUrl: string
  siteUrl: string
  pagesFolder: string
  /** Whether readers are told before they leave for another site. */
  hasLeavingNotice: boolean
}

const withoutTrailingSlash = (url: string) => url.replace(/\/+$/, '')

/** Parses environment variables. Throws an error that names every wrong variable. */
export const parseSiteConfig = (environment: Record<string, string | undefined>): SiteConfig => {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const { HOST, WEB_PORT, API_URL, SITE_URL, PAGES_DIR, EXTERNAL_LINK_NOTICE } = parsed.data
  return {
    host: HOST,
    webPort: WEB_PORT,
    apiUrl: withoutTrailingSlash(API_URL),
    siteUrl: withoutTrailingSlash(SITE_URL),
    pagesFolder: PAGES_DIR,
    hasLeavingNotice: EXTERNAL_LINK_NOTICE === 'on',
  }
}

/** The configuration of this process. */
export const readSiteConfig = (): SiteConfig => parseSiteConfig(process.env)
