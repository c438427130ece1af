import { z } from 'zod'
import { ArticleSummary } from './article.ts'
import { ChannelPath, Instant } from './scalars.ts'

/** One article that editors pinned. */
export const Placement = z
  .object({
    article: ArticleSummary,
    position: z.int().positive().describe('Its place among the pinned, from 1.'),
    highlighted: z.boolean().describe('Whether editors want it to stand out.'),
    until: Instant.nullable().describe('It is pinned before this instant; null when nobody set an end.'),
  })
  .meta({ id: 'Placement', description: 'An article that editors pinned.' })
export type Placement = z.infer<typeof Placement>

export const PlacementList = z
  .object({ data: z.array(Placement) })
  .meta({ id: 'PlacementList', description: 'What is pinned now, in the order the editors gave it.' })
export type PlacementList = z.infer<typeof PlacementList>

/** Parameters of `GET /v1/placements`. */
export const PlacementQuery = z.strictObject({
  channel: ChannelPath.optional().describe('Path of the channel; without it, the home page.'),
})
