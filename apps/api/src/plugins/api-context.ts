import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Tokens } from '../accounts/tokens.ts'
import type { Addresses } from '../addresses.ts'
import type { ArticleFile } from '../articles/article-file.ts'
import type { ReadyArticles } from '../articles/ready-articles.ts'
import type { ChangeFollower } from '../changes/change-follower.ts'
import type { ChangeSignal } from '../changes/change-signal.ts'
import type { ChannelSnapshot } from '../channels/channel-snapshot.ts'
import type { Clock } from '../clock.ts'
import type { CursorCodec } from '../cursor.ts'
import type { Store } from '../database/store.ts'
import type { Search } from '../search/create-search.ts'
import type { ViewCounter } from '../views/view-counter.ts'
import type { Answers } from './answers.ts'

/** What routes are given. Everything is passed in; nothing hangs on the Fastify instance. */
export type ApiContext = {
  store: Store
  clock: Clock
  channels: ChannelSnapshot
  addresses: Addresses
  siteUrl: string
  apiUrl: string
  timeZone: string
  mediaDirectory: string
  cursors: CursorCodec
  answers: Answers
  /** Names what makes answers: this state of the program, at these addresses. */
  program: string
  readyArticles: ReadyArticles
  articleFile: ArticleFile
  follower: ChangeFollower
  signal: ChangeSignal
  search: Search
  tokens: Tokens
  viewCounter: ViewCounter
}

/** A group of routes. */
export type ApiRoutes = FastifyPluginAsyncZod<ApiContext>
