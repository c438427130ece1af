CREATE TABLE channels (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES channels (id),
  segment TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  keywords TEXT NOT NULL,
  column_type TEXT NOT NULL,
  position INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- Two siblings never share a segment; COALESCE because NULLs are distinct in a unique index.
CREATE UNIQUE INDEX channels_sibling_segment ON channels (COALESCE(parent_id, ''), segment);

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL REFERENCES channels (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn', 'removed')),
  latest_revision INTEGER NOT NULL,
  published_revision INTEGER,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  source_name TEXT,
  published_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  head TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  reading_minutes INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  reason TEXT,
  ended_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
-- GET /v1/articles in both orders, and the neighbours and lists of one channel.
CREATE INDEX articles_by_publication ON articles (status, published_at, id);
CREATE INDEX articles_by_update ON articles (status, updated_at, id);
CREATE INDEX articles_by_channel ON articles (channel_id, status, published_at, id);
CREATE INDEX articles_by_source ON articles (source_name, status, published_at, id);
CREATE INDEX articles_by_kind ON articles (kind, status, published_at, id);

CREATE TABLE revisions (
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  published_at INTEGER,
  PRIMARY KEY (article_id, number)
) STRICT;
-- A revision is what somebody answered for: its content never changes and it never goes.
CREATE TRIGGER revisions_are_immutable BEFORE UPDATE OF article_id, number, content, content_hash, created_at ON revisions
BEGIN
  SELECT RAISE(ABORT, 'a revision never changes');
END;

CREATE TABLE topics (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE article_topics (
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  topic_slug TEXT NOT NULL REFERENCES topics (slug),
  PRIMARY KEY (article_id, topic_slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_topics_by_topic ON article_topics (topic_slug, article_id);

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE article_people (
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT NOT NULL REFERENCES people (id),
  part TEXT NOT NULL CHECK (part IN ('author', 'editor')),
  PRIMARY KEY (article_id, person_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_people_by_person ON article_people (person_id, part, article_id);

CREATE TABLE media (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'file')),
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  bytes INTEGER,
  width INTEGER,
  height INTEGER,
  duration_milliseconds INTEGER,
  dominant_color TEXT,
  focal_point TEXT,
  path TEXT,
  remote_url TEXT,
  sha256 TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((path IS NULL) <> (remote_url IS NULL))
) STRICT;
CREATE INDEX media_by_sha256 ON media (sha256);
CREATE INDEX media_by_remote_url ON media (remote_url);

CREATE TABLE redirects (
  address_key TEXT PRIMARY KEY,
  path_key TEXT NOT NULL,
  url TEXT NOT NULL,
  article_id TEXT REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  channel_id TEXT REFERENCES channels (id),
  target_url TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((article_id IS NOT NULL) + (channel_id IS NOT NULL) + (target_url IS NOT NULL) = 1)
) STRICT;
CREATE INDEX redirects_by_path ON redirects (path_key, created_at);
CREATE INDEX redirects_by_article ON redirects (article_id, created_at);

CREATE TABLE import_origins (
  origin_key TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  content_hash TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE changes (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  article_id TEXT,
  channel_id TEXT,
  previous_channel_id TEXT
) STRICT;
CREATE TRIGGER changes_are_append_only_update BEFORE UPDATE ON changes
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;
CREATE TRIGGER changes_are_append_only_delete BEFORE DELETE ON changes
BEGIN
  SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
