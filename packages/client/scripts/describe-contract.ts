import { Article, ArticleSummary } from '@gazette/schema/article'
import { ArticleKind } from '@gazette/schema/article-content'
import { ArticleQuery, ArticleSort, BodyForm, ChangeQuery } from '@gazette/schema/article-query'
import { Block } from '@gazette/schema/block'
import { ChangeType } from '@gazette/schema/change'
import { Channel, ChannelTree } from '@gazette/schema/channel'
import { ArticleList, ArticleNeighbours, ChangeList, RelatedArticles } from '@gazette/schema/list'
import { Media } from '@gazette/schema/media'
import { PlacementList } from '@gazette/schema/placement'
import { Problem, ProblemCode } from '@gazette/schema/problem'
import { ArticleReading } from '@gazette/schema/reading'
import { Resolution } from '@gazette/schema/resolution'
import { ArticleRevisions } from '@gazette/schema/revision'
import { SearchResults, SearchSuggestions } from '@gazette/schema/search'
import { Site } from '@gazette/schema/site'
import { Mark, Span } from '@gazette/schema/span'
import { ArticleViews } from '@gazette/schema/view'
import { z } from 'zod'
import type { JsonSchema } from './write-type.ts'

/** What each file of `src/contract/` begins with; components these need follow them unless another file has them. */
export const contractFiles: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  media: { Media },
  span: { Mark, Span },
  block: { Block },
  channel: { Channel, ChannelTree },
  article: { ArticleKind, ArticleSummary, Article },
  list: { ArticleList, RelatedArticles, ArticleNeighbours },
  reading: { ArticleReading },
  placement: { PlacementList },
  revision: { ArticleRevisions },
  view: { ArticleViews },
  search: { SearchResults, SearchSuggestions },
  change: { ChangeType, ChangeList },
  resolution: { Resolution },
  site: { Site },
  problem: { ProblemCode, Problem },
  query: { BodyForm, ArticleSort, ArticleQuery, ChangeQuery },
}

/** Unions the contract says may grow: a program must be ready for a member it does not know. */
const growing = new Set<unknown>([ArticleKind, ChangeType, Mark, Block])

/** Every component of the contract as JSON Schema, by name; `$ref` holds names, `x-growing` marks unions that may grow. */
export const describeContract = (): Record<string, JsonSchema> => {
  // Enumerations and queries are not components of the API's own document; as types they deserve a name.
  for (const components of Object.values(contractFiles)) {
    for (const [id, schema] of Object.entries(components)) {
      const meta = z.globalRegistry.get(schema)
      if (meta?.id === undefined) z.globalRegistry.add(schema, { ...meta, id })
    }
  }
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: 'output',
    uri: (id) => id,
    override: ({ zodSchema, jsonSchema }) => {
      if (growing.has(zodSchema)) jsonSchema['x-growing'] = true
    },
  })
  return schemas as Record<string, JsonSchema>
}
