/** What crawlers may read, and where the list of pages is (RFC 9309). */
export const toRobots = (siteUrl: string): string =>
  [
    'User-agent: *',
    // Answers without end; the form itself may be found.
    'Disallow: /search?',
    'Disallow: /preferences',
    'Disallow: /report',
    'Disallow: /leaving',
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    '',
  ].join('\n')
