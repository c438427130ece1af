import { z } from 'zod'
import { ChannelPath, Id, WebUrl } from './scalars.ts'

/** Where an article stands; enough to name and link it. */
export const ChannelReference = z
  .object({ id: Id, path: ChannelPath, name: z.string() })
  .meta({ id: 'ChannelReference', description: 'A channel by id, path and name.' })
export type ChannelReference = z.infer<typeof ChannelReference>

/** One step of the way from the home page. The home page itself has the empty path and no id. */
export const Breadcrumb = z
  .object({ id: Id.nullable(), path: z.string(), name: z.string(), url: WebUrl })
  .meta({ id: 'Breadcrumb', description: 'One step of the way from the home page; the home page has a null id and an empty path.' })
export type Breadcrumb = z.infer<typeof Breadcrumb>

const channelFields = {
  ...ChannelReference.shape,
  parentId: Id.nullable(),
  position: z.int().describe('Order among its siblings, ascending.'),
  description: z.string().describe('Purpose and main content (ColumnDescription).'),
  keywords: z.array(z.string()).describe('ColumnKeywords.'),
  columnType: z.string().describe('ColumnType of the website design rules, for example 工作动态.'),
  url: WebUrl,
}

/** A channel with the channels below it. */
export type ChannelNode = z.infer<z.ZodObject<typeof channelFields>> & { children: ChannelNode[] }
export const ChannelNode: z.ZodType<ChannelNode> = z
  .object({
    ...channelFields,
    get children() {
      return z.array(ChannelNode)
    },
  })
  .meta({ id: 'ChannelNode', description: 'A channel with the channels below it.' })

/** One channel with the way to it and its direct children. */
export const Channel = z
  .object({
    ...channelFields,
    breadcrumbs: z.array(Breadcrumb),
    children: z.array(ChannelReference),
    articleCount: z.int().nonnegative().describe('Published articles here and below.'),
  })
  .meta({ id: 'Channel', description: 'One channel with the way to it and its direct children.' })
export type Channel = z.infer<typeof Channel>

export const ChannelTree = z.object({ data: z.array(ChannelNode) }).meta({ id: 'ChannelTree', description: 'All channels, as a tree.' })
export type ChannelTree = z.infer<typeof ChannelTree>
