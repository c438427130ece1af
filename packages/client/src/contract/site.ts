// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** The site: names, identifiers and the facts its footer must show. */
export interface Site {
  /** SiteName */
  name: string
  shortName: string
  englishName: string
  description: string
  /** SiteDomain: English domain without a scheme. */
  domain: string
  /** SiteIDCode (网站标识码). */
  siteIdCode: string
  /** Absolute http or https address. */
  url: string
  /** Absolute http or https address. */
  apiUrl: string
  /** 主办单位 */
  sponsor: string
  /** 承办单位 */
  organizer: string | null
  contact: {
    address: string
    postalCode: string
    telephone: string
    email: string
  }
  /** ICP 备案号 */
  icpNumber: string
  /** 公安备案号 */
  publicSecurityNumber: string
  languages: string[]
  /** IANA time zone. */
  timeZone: string
  /** True while the site shows sample content. */
  sample: boolean
}
