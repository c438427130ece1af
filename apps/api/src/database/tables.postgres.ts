import { postgresCore } from './drizzle-postgres.ts'

const { bigint, customType, integer, pgTable, primaryKey, text } = postgresCore

// The same tables as tables.sqlite.ts; only the column builders differ.
const instant = (name: string) => bigint(name, { mode: 'number' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const channels = pgTable('channels', {
  id: text().primaryKey(),
  parentId: text('parent_id'),
  segment: text().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  keywords: text().notNull(),
  columnType: text('column_type').notNull(),
  position: integer().notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const articles = pgTable('articles', {
  id: text().primaryKey(),
  channelId: text('channel_id').notNull(),
  status: text({ enum: ['draft', 'published', 'withdrawn', 'removed'] }).notNull(),
  latestRevision: integer('latest_revision').notNull(),
  publishedRevision: integer('published_revision'),
  kind: text().notNull(),
  title: text().notNull(),
  sourceName: text('source_name'),
  publishedAt: instant('published_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  head: text().notNull(),
  wordCount: integer('word_count').notNull(),
  readingMinutes: integer('reading_minutes').notNull(),
  contentHash: text('content_hash').notNull(),
  reason: text(),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull(),
})

export const revisions = pgTable(
  'revisions',
  {
    articleId: text('article_id').notNull(),
    number: integer().notNull(),
    content: text().notNull(),
    contentHash: text('content_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.number] })],
)

export const topics = pgTable('topics', {
  slug: text().primaryKey(),
  name: text().notNull(),
})

export const articleTopics = pgTable(
  'article_topics',
  {
    articleId: text('article_id').notNull(),
    topicSlug: text('topic_slug').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.topicSlug] })],
)

export const people = pgTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
})

export const articlePeople = pgTable(
  'article_people',
  {
    articleId: text('article_id').notNull(),
    personId: text('person_id').notNull(),
    part: text({ enum: ['author', 'editor'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.personId, table.part] })],
)

export const media = pgTable('media', {
  id: text().primaryKey(),
  kind: text({ enum: ['image', 'video', 'audio', 'file'] }).notNull(),
  fileName: text('file_name').notNull(),
  mimeType: text('mime_type').notNull(),
  bytes: instant('bytes'),
  width: integer(),
  height: integer(),
  durationMilliseconds: integer('duration_milliseconds'),
  dominantColor: text('dominant_color'),
  focalPoint: text('focal_point'),
  path: text(),
  remoteUrl: text('remote_url'),
  sha256: text(),
  createdAt: instant('created_at').notNull(),
})

export const redirects = pgTable('redirects', {
  addressKey: text('address_key').primaryKey(),
  pathKey: text('path_key').notNull(),
  url: text().notNull(),
  articleId: text('article_id'),
  channelId: text('channel_id'),
  targetUrl: text('target_url'),
  createdAt: instant('created_at').notNull(),
})

export const importOrigins = pgTable('import_origins', {
  originKey: text('origin_key').primaryKey(),
  articleId: text('article_id').notNull(),
  contentHash: text('content_hash').notNull(),
  importedAt: instant('imported_at').notNull(),
})

export const changes = pgTable('changes', {
  sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  type: text({
    enum: ['article.published', 'article.updated', 'article.withdrawn', 'article.removed', 'channel.updated', 'placement.updated'],
  }).notNull(),
  at: instant('at').notNull(),
  articleId: text('article_id'),
  channelId: text('channel_id'),
  previousChannelId: text('previous_channel_id'),
})

export const readyArticles = pgTable('ready_articles', {
  articleId: text('article_id').primaryKey(),
  program: text().notNull(),
  channelsSequence: bigint('channels_sequence', { mode: 'number' }).notNull(),
  body: bytes().notNull(),
})

export const settings = pgTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})

export const reports = pgTable('reports', {
  number: text().primaryKey(),
  status: text({ enum: ['open', 'answered', 'closed'] }).notNull(),
  kind: text().notNull(),
  articleId: text('article_id'),
  url: text(),
  quote: text().notNull(),
  message: text().notNull(),
  contact: text().notNull(),
  contentHash: text('content_hash').notNull(),
  addressHash: text('address_hash'),
  networkHash: text('network_hash'),
  answer: text(),
  note: text(),
  createdAt: instant('created_at').notNull(),
  answeredAt: instant('answered_at'),
  closedAt: instant('closed_at'),
})

export const tokens = pgTable('tokens', {
  id: text().primaryKey(),
  digest: text().notNull(),
  name: text().notNull(),
  role: text({ enum: ['reader', 'editor', 'publisher', 'administrator'] }).notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at'),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
})

export const placements = pgTable(
  'placements',
  {
    place: text().notNull(),
    articleId: text('article_id').notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    highlighted: bigint({ mode: 'number' }).notNull(),
    endsAt: instant('ends_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.articleId] })],
)

export const articleViews = pgTable('article_views', {
  articleId: text('article_id').primaryKey(),
  views: bigint({ mode: 'number' }).notNull(),
})
