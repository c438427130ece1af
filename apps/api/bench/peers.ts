/**
 * Other content APIs, measured on this kind of machine in November 2026: 2,000 Chinese articles of about 5 kB, production mode, one
 * process, wrk with 32 connections. Each figure is the ratio to a Fastify route that sends the same bytes as a ready string, measured in
 * the same run; so it can be compared with a ratio from another machine. With an index made by hand Strapi and Ghost list at 0.007 and 0.010.
 */
export const peers = [
  { name: 'Strapi 5.54', article: 0.022, list: 0.002, listWithBodies: 0.009 },
  { name: 'Payload 3.90', article: 0.027, list: 0.017, listWithBodies: 0.052 },
  { name: 'Directus 12.4', article: 0.009, list: 0.011, listWithBodies: 0.037 },
  { name: 'Ghost 6.65', article: 0.017, list: 0.001, listWithBodies: 0.004 },
  { name: 'WordPress 6.1', article: 0.005, list: 0.004, listWithBodies: 0.011 },
] as const

/** The kinds of answers peers were measured with. None of them answers 304 before the work is done, and none keeps answers ready. */
export type PeerRow = 'article' | 'list' | 'listWithBodies'

/** The best of all peers. */
export const fastestPeer = (row: PeerRow): number => Math.max(...peers.map((peer) => peer[row]))
