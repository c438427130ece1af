const robots =
  /bot|crawl|spider|slurp|fetch|scrap|archive|monitor|preview|probe|scan|headless|phantom|lighthouse|pagespeed|http-?client|curl|wget|python|java\/|okhttp|axios|node|go-http|libwww|perl|ruby|php/i

/** Whether a program looks like one that a person reads with. Robots that lie are not found out; they need no script to read. */
export const isPerson = (userAgent: string | undefined): boolean =>
  (userAgent?.startsWith('Mozilla/') ?? false) && !robots.test(userAgent ?? '')
