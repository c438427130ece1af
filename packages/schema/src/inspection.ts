import { z } from 'zod'
import { ChannelReference } from './channel.ts'
import { Instant } from './scalars.ts'

/** `dueSoon`: becomes overdue within three days. `none`: no term is set for what stands there. */
export const UpdateState = z.enum(['current', 'dueSoon', 'overdue', 'empty', 'none'])
export type UpdateState = z.infer<typeof UpdateState>

const updated = {
  state: UpdateState,
  lastPublishedAt: Instant.nullable(),
  overdueAt: Instant.nullable().describe('When it became or becomes overdue; null when it is empty or has no term.'),
}

/** How up to date a channel is. */
export const InspectedChannel = z.object({
  channel: ChannelReference,
  group: z.enum(['news', 'notices', 'other']).describe('News is due every two weeks, notices and policies every six months.'),
  articleCount: z.int().nonnegative(),
  ...updated,
})
export type InspectedChannel = z.infer<typeof InspectedChannel>

/** One ground on which the inspectors reject a site as a whole (单项否决). */
export const Indicator = z.object({
  code: z.enum(['home', 'news-and-notices', 'overdue', 'empty']),
  passed: z.boolean(),
  count: z.int().nonnegative().describe('How many are found.'),
  limit: z.int().positive().describe('From how many on the site is rejected.'),
})
export type Indicator = z.infer<typeof Indicator>

/** What an inspection by the indicators of 国办秘函〔2019〕19号 would find. */
export const Inspection = z.object({
  checkedAt: Instant,
  passed: z.boolean(),
  indicators: z.array(Indicator),
  home: z.object(updated),
  channels: z.array(InspectedChannel),
})
export type Inspection = z.infer<typeof Inspection>
