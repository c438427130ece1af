import { z } from 'zod'

/** What a route's `config.deprecation` says: when it was deprecated, when it ends, and what to read about it. */
const Deprecation = z.object({ since: z.iso.datetime({ offset: true }), sunset: z.iso.datetime({ offset: true }), link: z.url() })
export type Deprecation = z.infer<typeof Deprecation>

const RouteConfig = z.object({ deprecation: Deprecation })

/** `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a `Link` to the words about it, for a route whose configuration says so; else undefined. */
export const deprecationHeaders = (routeConfig: unknown): Record<string, string> | undefined => {
  // Asked for every answer: saying no has to be quick.
  if (typeof routeConfig !== 'object' || routeConfig === null || !('deprecation' in routeConfig)) return undefined
  const parsed = RouteConfig.safeParse(routeConfig)
  if (!parsed.success) return undefined
  const { since, sunset, link } = parsed.data.deprecation
  return {
    deprecation: `@${Math.trunc(Date.parse(since) / 1000)}`,
    sunset: new Date(sunset).toUTCString(),
    link: `<${link}>; rel="deprecation"`,
  }
}
