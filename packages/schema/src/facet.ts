import { z } from 'zod'
import { Topic } from './article-content.ts'
import { integerParameter } from './query-parameters.ts'
import { ChannelPath } from './scalars.ts'

const articleCount = z.int().positive().describe('Published articles.')

/** A subject and how much there is about it. */
export const TopicFacet = Topic.extend({ articleCount }).meta({
  id: 'TopicFacet',
  description: 'A subject and how many articles share it.',
})
export type TopicFacet = z.infer<typeof TopicFacet>

/** An author and how much there is by that name. */
export const AuthorFacet = z
  .object({ name: z.string().min(1), articleCount })
  .meta({ id: 'AuthorFacet', description: 'An author, as named in print, and how many articles name them.' })
export type AuthorFacet = z.infer<typeof AuthorFacet>

/** A source and how much came from it. */
export const SourceFacet = z
  .object({ name: z.string().min(1), articleCount })
  .meta({ id: 'SourceFacet', description: 'A source and how many articles came from it.' })
export type SourceFacet = z.infer<typeof SourceFacet>

export const TopicFacets = z
  .object({ data: z.array(TopicFacet) })
  .meta({ id: 'TopicFacets', description: 'Subjects, most articles first.' })
export const AuthorFacets = z
  .object({ data: z.array(AuthorFacet) })
  .meta({ id: 'AuthorFacets', description: 'Authors, most articles first.' })
export const SourceFacets = z
  .object({ data: z.array(SourceFacet) })
  .meta({ id: 'SourceFacets', description: 'Sources, most articles first.' })

/** Parameters of the facets. */
export const FacetQuery = z.strictObject({
  channel: ChannelPath.optional().describe('Count only in this channel and those below it.'),
  limit: integerParameter({ minimum: 1, maximum: 1000, default: 100, description: 'Entries to send, most articles first.' }),
})
export type FacetQuery = z.infer<typeof FacetQuery>
