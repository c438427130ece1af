import { ChannelParams, ChannelQuery, EmptyQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { Channel, ChannelTree } from '@gazette/schema/channel'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { countPublished } from './channel-queries.ts'
import { type ChannelTree as StoredTree, toBreadcrumbs, toChannelFields, toChannelNodes } from './channel-tree.ts'

const ChannelAnswer = z.union([ChannelTree, Channel])

const toChannel = async ({ store, addresses }: ApiContext, tree: StoredTree, id: string | undefined): Promise<Channel> => {
  const channel = id === undefined ? undefined : tree.find(id)
  if (!channel) throw new NotFound('channel-not-found')
  return {
    ...toChannelFields(tree, channel, addresses),
    breadcrumbs: toBreadcrumbs(tree, channel.id, addresses),
    children: tree.childrenOf(channel.id).map((child) => tree.reference(child.id)),
    articleCount: await countPublished(store, tree.withDescendants(channel.id)),
  }
}

const dependenciesOf = (tree: StoredTree, channel: Channel): string[] => [
  dependencies.channels,
  ...tree.withDescendants(channel.id).map(dependencies.listOf),
]

/** `GET /v1/channels` and one of them. */
export const channelRoutes: ApiRoutes = async (app, context) => {
  const { answers, channels, addresses } = context

  app.get(
    '/channels',
    {
      schema: {
        operationId: 'listChannels',
        tags: ['Channels'],
        summary: 'The channel tree · 栏目树',
        description: 'All channels as a tree; with `path`, the one channel that stands there.',
        querystring: ChannelQuery,
        response: { 200: ChannelAnswer, ...problemResponses(404) },
      },
    },
    (request, reply) =>
      answers.send(request, reply, ChannelAnswer, async () => {
        const { path } = request.query
        const tree = await channels.get(({ findByPath }) => path === undefined || findByPath(path) !== undefined)
        if (path === undefined) return { value: { data: toChannelNodes(tree, null, addresses) }, dependencies: [dependencies.channels] }
        const channel = await toChannel(context, tree, tree.findByPath(path)?.id)
        return { value: channel, dependencies: dependenciesOf(tree, channel) }
      }),
  )

  app.get(
    '/channels/:id',
    {
      schema: {
        operationId: 'getChannel',
        tags: ['Channels'],
        summary: 'One channel · 一个栏目',
        description: 'One channel with the way to it from the home page, its direct children and how many articles it has.',
        params: ChannelParams,
        querystring: EmptyQuery,
        response: { 200: Channel, ...problemResponses(404) },
      },
    },
    (request, reply) =>
      answers.send(request, reply, Channel, async () => {
        const { id } = request.params
        const tree = await channels.get(({ find }) => find(id) !== undefined)
        const channel = await toChannel(context, tree, id)
        return { value: channel, dependencies: dependenciesOf(tree, channel) }
      }),
  )
}
