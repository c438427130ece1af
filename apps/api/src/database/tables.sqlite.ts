import { sqliteCore } from './drizzle.ts'

const { blob, integer, primaryKey, sqliteTable, text } = sqliteCore

// Instants are integers (milliseconds since the epoch) and documents are JSON text on both engines:
// neither is rewritten by the database, and both compare the same way.
export const channels = sqliteTable('channels', {
  id: text().primaryKey(),
  parentId: text('parent_id'),
  segment: text().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  keywords: text().notNull(),
  columnType: text('column_type').notNull(),
  position: integer().notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const articles = sqliteTable('articles', {
  id: text().primaryKey(),
  channelId: text('channel_id').notNull(),
  status: text({ enum: ['draft', 'published', 'withdrawn', 'removed'] }).notNull(),
  /** The newest revision, published or not. */
  latestRevision: integer('latest_revision').notNull(),
  /** The revision readers see; null until the first publication. */
  publishedRevision: integer('published_revision'),
  kind: text().notNull(),
  title: text().notNull(),
  sourceName: text('source_name'),
  publishedAt: integer('published_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  /** JSON: the ArticleHead of the revision readers see. */
  head: text().notNull(),
  wordCount: integer('word_count').notNull(),
  readingMinutes: integer('reading_minutes').notNull(),
  contentHash: text('content_hash').notNull(),
  /** Why it was withdrawn or removed. */
  reason: text(),
  /** When it was withdrawn or removed. */
  endedAt: integer('ended_at'),
  createdAt: integer('created_at').notNull(),
})

export const revisions = sqliteTable(
  'revisions',
  {
    articleId: text('article_id').notNull(),
    number: integer().notNull(),
    /** JSON: ArticleContent. Never changed once written. */
    content: text().notNull(),
    contentHash: text('content_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When it became public; null while it is a draft. */
    publishedAt: integer('published_at'),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.number] })],
)

export const topics = sqliteTable('topics', {
  slug: text().primaryKey(),
  name: text().notNull(),
})

export const articleTopics = sqliteTable(
  'article_topics',
  {
    articleId: text('article_id').notNull(),
    topicSlug: text('topic_slug').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.topicSlug] })],
)

export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
})

export const articlePeople = sqliteTable(
  'article_people',
  {
    articleId: text('article_id').notNull(),
    personId: text('person_id').notNull(),
    part: text({ enum: ['author', 'editor'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.personId, table.part] })],
)

export const media = sqliteTable('media', {
  id: text().primaryKey(),
  kind: text({ enum: ['image', 'video', 'audio', 'file'] }).notNull(),
  fileName: text('file_name').notNull(),
  mimeType: text('mime_type').notNull(),
  bytes: integer(),
  width: integer(),
  height: integer(),
  durationMilliseconds: integer('duration_milliseconds'),
  dominantColor: text('dominant_color'),
  focalPoint: text('focal_point'),
  /** Path below MEDIA_DIR; null when the publisher keeps the file. */
  path: text(),
  /** Address at the publisher; null when we keep the file. */
  remoteUrl: text('remote_url'),
  sha256: text(),
  createdAt: integer('created_at').notNull(),
})

/** Addresses pages had elsewhere or before, and where they lead. */
export const redirects = sqliteTable('redirects', {
  /** Normalised address, see `toAddressKey`. */
  addressKey: text('address_key').primaryKey(),
  /** Host-independent part of the key, by which a path of this site is found. */
  pathKey: text('path_key').notNull(),
  url: text().notNull(),
  articleId: text('article_id'),
  channelId: text('channel_id'),
  targetUrl: text('target_url'),
  createdAt: integer('created_at').notNull(),
})

/** Which article an imported page became, so that importing again finds it. */
export const importOrigins = sqliteTable('import_origins', {
  originKey: text('origin_key').primaryKey(),
  articleId: text('article_id').notNull(),
  /** Hash of the content as it was imported: an editor's later changes do not make the page look changed. */
  contentHash: text('content_hash').notNull(),
  importedAt: integer('imported_at').notNull(),
})

/** Append-only. The order of `sequence` is the order of commits. */
export const changes = sqliteTable('changes', {
  sequence: integer().primaryKey({ autoIncrement: true }),
  type: text({
    enum: ['article.published', 'article.updated', 'article.withdrawn', 'article.removed', 'channel.updated', 'placement.updated'],
  }).notNull(),
  at: integer().notNull(),
  articleId: text('article_id'),
  channelId: text('channel_id'),
  previousChannelId: text('previous_channel_id'),
})

/** Answers about one article, serialised. Whatever changes the article ends its row (a trigger of the change log). */
export const readyArticles = sqliteTable('ready_articles', {
  articleId: text('article_id').primaryKey(),
  /** What made it: another program, or the same at another address, would make other bytes. */
  program: text().notNull(),
  /** The newest change of a channel when it was made. */
  channelsSequence: integer('channels_sequence').notNull(),
  body: blob({ mode: 'buffer' }).notNull(),
})

export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  /** JSON. */
  value: text().notNull(),
})

/** What readers found wrong. */
export const reports = sqliteTable('reports', {
  number: text().primaryKey(),
  status: text({ enum: ['open', 'answered', 'closed'] }).notNull(),
  kind: text().notNull(),
  articleId: text('article_id'),
  url: text(),
  quote: text().notNull(),
  message: text().notNull(),
  /** Empty when none was given, and once the report is closed. */
  contact: text().notNull(),
  contentHash: text('content_hash').notNull(),
  /** Keyed hash of the address it came from, and of its network; the key changes every day. Null once the report is closed. */
  addressHash: text('address_hash'),
  networkHash: text('network_hash'),
  /** Told to everyone who has the number. */
  answer: text(),
  /** Why it was closed, for the editors. */
  note: text(),
  createdAt: integer('created_at').notNull(),
  answeredAt: integer('answered_at'),
  closedAt: integer('closed_at'),
})

/** Keys to the API. The token itself is kept by whoever it was given to. */
export const tokens = sqliteTable('tokens', {
  id: text().primaryKey(),
  /** SHA-256 of the token, in base64url. */
  digest: text().notNull(),
  name: text().notNull(),
  role: text({ enum: ['reader', 'editor', 'publisher', 'administrator'] }).notNull(),
  createdAt: integer('created_at').notNull(),
  /** From when on it is not valid any more; null for never. */
  expiresAt: integer('expires_at'),
  /** To the minute; null until it is used. */
  lastUsedAt: integer('last_used_at'),
  revokedAt: integer('revoked_at'),
})

/** What editors pin. */
export const placements = sqliteTable(
  'placements',
  {
    /** Empty for the home page, else the id of a channel. */
    place: text().notNull(),
    articleId: text('article_id').notNull(),
    position: integer().notNull(),
    /** 1 when it is to stand out. */
    highlighted: integer().notNull(),
    /** Pinned before this instant; null without end. */
    endsAt: integer('ends_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.articleId] })],
)

export const articleViews = sqliteTable('article_views', {
  articleId: text('article_id').primaryKey(),
  views: integer().notNull(),
})
