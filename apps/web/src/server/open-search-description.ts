import type { Site } from '@gazette/schema/site'

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const shortNameMaximum = 16

/** How browsers search this site from their own search field (OpenSearch 1.1 draft 6). */
export const toOpenSearchDescription = (site: Pick<Site, 'name' | 'shortName' | 'url'>): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml([...site.shortName].slice(0, shortNameMaximum).join(''))}</ShortName>
<Description>${escapeXml(site.name)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escapeXml(site.url)}/icon.svg</Image>
<Url type="text/html" method="get" template="${escapeXml(site.url)}/search?q={searchTerms}"/>
</OpenSearchDescription>
`
