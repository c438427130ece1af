import type * as article from '@gazette/schema/article'
import type { ArticleQuery as SchemaArticleQuery } from '@gazette/schema/article-query'
import type { Block as SchemaBlock } from '@gazette/schema/block'
import type * as channel from '@gazette/schema/channel'
import type * as list from '@gazette/schema/list'
import type { Problem as SchemaProblem } from '@gazette/schema/problem'
import type { ArticleReading as SchemaReading } from '@gazette/schema/reading'
import type { Resolution as SchemaResolution } from '@gazette/schema/resolution'
import type { ArticleRevisions as SchemaRevisions } from '@gazette/schema/revision'
import type { SearchResults as SchemaSearchResults } from '@gazette/schema/search'
import type { Site as SchemaSite } from '@gazette/schema/site'
import { describe, expectTypeOf, it } from 'vitest'
import type { Article, ArticleSummary } from './article.ts'
import type { Block } from './block.ts'
import type { ChangeList } from './change.ts'
import type { Channel, ChannelTree } from './channel.ts'
import type { ArticleList, ArticleNeighbours, RelatedArticles } from './list.ts'
import type { Problem } from './problem.ts'
import type { ArticleQuery } from './query.ts'
import type { ArticleReading } from './reading.ts'
import type { Resolution } from './resolution.ts'
import type { ArticleRevisions } from './revision.ts'
import type { SearchResults } from './search.ts'
import type { Site } from './site.ts'
import type { UnknownBlock } from './unlisted.ts'

/** What is left of a value once it was sent as JSON: no property is there and undefined. */
type Sent<T> = T extends readonly (infer Item)[] ? Sent<Item>[] : T extends object ? { [K in keyof T]: Sent<Exclude<T[K], undefined>> } : T

describe('the types of the client', () => {
  it('hold everything the API may send', () => {
    expectTypeOf<Sent<SchemaSite>>().toExtend<Site>()
    expectTypeOf<Sent<channel.Channel>>().toExtend<Channel>()
    expectTypeOf<Sent<channel.ChannelTree>>().toExtend<ChannelTree>()
    expectTypeOf<Sent<article.Article>>().toExtend<Article>()
    expectTypeOf<Sent<article.ArticleSummary>>().toExtend<ArticleSummary>()
    expectTypeOf<Sent<list.ArticleList>>().toExtend<ArticleList>()
    expectTypeOf<Sent<list.RelatedArticles>>().toExtend<RelatedArticles>()
    expectTypeOf<Sent<list.ArticleNeighbours>>().toExtend<ArticleNeighbours>()
    expectTypeOf<Sent<SchemaReading>>().toExtend<ArticleReading>()
    expectTypeOf<Sent<list.ChangeList>>().toExtend<ChangeList>()
    expectTypeOf<Sent<SchemaSearchResults>>().toExtend<SearchResults>()
    expectTypeOf<Sent<SchemaRevisions>>().toExtend<ArticleRevisions>()
  })

  it('are the very types of the schema where the contract does not grow', () => {
    expectTypeOf<Site>().toEqualTypeOf<SchemaSite>()
    expectTypeOf<Resolution>().toExtend<SchemaResolution>()
    expectTypeOf<Problem>().toExtend<SchemaProblem>()
    expectTypeOf<keyof Article>().toEqualTypeOf<keyof article.Article>()
    expectTypeOf<keyof ArticleQuery>().toEqualTypeOf<keyof SchemaArticleQuery>()
    expectTypeOf<Exclude<Block, UnknownBlock>['type']>().toEqualTypeOf<SchemaBlock['type']>()
  })

  it('narrow by type, and leave exactly the unknown ones over', () => {
    const handle = (block: Block): string => {
      switch (block.type) {
        case 'paragraph':
        case 'heading':
        case 'quote':
        case 'callout':
          return block.spans.map(({ text }) => text).join('')
        case 'image':
          return block.alt
        case 'list':
        case 'table':
        case 'gallery':
        case 'video':
        case 'audio':
        case 'file':
        case 'embed':
        case 'divider':
          return ''
        default:
          expectTypeOf(block).toEqualTypeOf<UnknownBlock>()
          return ''
      }
    }
    expectTypeOf(handle).toBeFunction()
  })
})
