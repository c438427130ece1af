import { z } from 'zod'
import { Language, WebUrl } from './scalars.ts'

/** The site: names, identifiers and the facts its footer must show (国办发〔2017〕47号). */
export const Site = z
  .object({
    name: z.string().describe('SiteName'),
    shortName: z.string(),
    englishName: z.string(),
    description: z.string(),
    domain: z.string().describe('SiteDomain: English domain without a scheme.'),
    siteIdCode: z.string().describe('SiteIDCode (网站标识码).'),
    url: WebUrl,
    apiUrl: WebUrl,
    sponsor: z.string().describe('主办单位'),
    organizer: z.string().nullable().describe('承办单位'),
    contact: z.object({ address: z.string(), postalCode: z.string(), telephone: z.string(), email: z.string() }),
    icpNumber: z.string().describe('ICP 备案号'),
    publicSecurityNumber: z.string().describe('公安备案号'),
    languages: z.array(Language),
    timeZone: z.string().describe('IANA time zone.'),
    sample: z.boolean().describe('True while the site shows sample content.'),
  })
  .meta({ id: 'Site', description: 'The site: names, identifiers and the facts its footer must show.' })
export type Site = z.infer<typeof Site>
