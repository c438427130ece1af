CREATE TABLE channels (
  id TEXT COLLATE "C" PRIMARY KEY,
  parent_id TEXT COLLATE "C" REFERENCES channels (id),
  segment TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  description TEXT NOT NULL,
  keywords TEXT NOT NULL,
  column_type TEXT NOT NULL,
  position INTEGER NOT NULL,
  updated_at BIGINT NOT NULL
);
-- Two siblings never share a segment; COALESCE because NULLs are distinct in a unique index.
CREATE UNIQUE INDEX channels_sibling_segment ON channels (COALESCE(parent_id, ''), segment);

CREATE TABLE articles (
  id TEXT COLLATE "C" PRIMARY KEY,
  channel_id TEXT COLLATE "C" NOT NULL REFERENCES channels (id),
  status TEXT COLLATE "C" NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn', 'removed')),
  latest_revision INTEGER NOT NULL,
  published_revision INTEGER,
  kind TEXT COLLATE "C" NOT NULL,
  title TEXT NOT NULL,
  source_name TEXT COLLATE "C",
  published_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  head TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  reading_minutes INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  reason TEXT,
  ended_at BIGINT,
  created_at BIGINT NOT NULL
);
-- GET /v1/articles in both orders, and the neighbours and lists of one channel.
CREATE INDEX articles_by_publication ON articles (status, published_at, id);
CREATE INDEX articles_by_update ON articles (status, updated_at, id);
CREATE INDEX articles_by_channel ON articles (channel_id, status, published_at, id);
CREATE INDEX articles_by_source ON articles (source_name, status, published_at, id);
CREATE INDEX articles_by_kind ON articles (kind, status, published_at, id);

CREATE TABLE revisions (
  article_id TEXT COLLATE "C" NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  PRIMARY KEY (article_id, number)
);
-- A revision is what somebody answered for: its content never changes and it never goes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% never change', TG_TABLE_NAME;
END $$;
CREATE TRIGGER revisions_are_immutable BEFORE UPDATE OF article_id, number, content, content_hash, created_at ON revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE topics (
  slug TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL
);
CREATE TABLE article_topics (
  article_id TEXT COLLATE "C" NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  topic_slug TEXT COLLATE "C" NOT NULL REFERENCES topics (slug),
  PRIMARY KEY (article_id, topic_slug)
);
CREATE INDEX article_topics_by_topic ON article_topics (topic_slug, article_id);

CREATE TABLE people (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE article_people (
  article_id TEXT COLLATE "C" NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  part TEXT COLLATE "C" NOT NULL CHECK (part IN ('author', 'editor')),
  PRIMARY KEY (article_id, person_id, part)
);
CREATE INDEX article_people_by_person ON article_people (person_id, part, article_id);

CREATE TABLE media (
  id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'file')),
  file_name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  bytes BIGINT,
  width INTEGER,
  height INTEGER,
  duration_milliseconds INTEGER,
  dominant_color TEXT,
  focal_point TEXT,
  path TEXT,
  remote_url TEXT,
  sha256 TEXT,
  created_at BIGINT NOT NULL,
  CHECK ((path IS NULL) <> (remote_url IS NULL))
);
CREATE INDEX media_by_sha256 ON media (sha256);
CREATE INDEX media_by_remote_url ON media (remote_url);

CREATE TABLE redirects (
  address_key TEXT COLLATE "C" PRIMARY KEY,
  path_key TEXT COLLATE "C" NOT NULL,
  url TEXT NOT NULL,
  article_id TEXT COLLATE "C" REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  channel_id TEXT COLLATE "C" REFERENCES channels (id),
  target_url TEXT,
  created_at BIGINT NOT NULL,
  CHECK (num_nonnulls(article_id, channel_id, target_url) = 1)
);
CREATE INDEX redirects_by_path ON redirects (path_key, created_at);
CREATE INDEX redirects_by_article ON redirects (article_id, created_at);

CREATE TABLE import_origins (
  origin_key TEXT COLLATE "C" PRIMARY KEY,
  article_id TEXT COLLATE "C" NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  content_hash TEXT NOT NULL,
  imported_at BIGINT NOT NULL
);

CREATE TABLE changes (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type TEXT NOT NULL,
  at BIGINT NOT NULL,
  article_id TEXT COLLATE "C",
  channel_id TEXT COLLATE "C",
  previous_channel_id TEXT COLLATE "C"
);
CREATE TRIGGER changes_are_append_only BEFORE UPDATE OR DELETE ON changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE settings (
  name TEXT COLLATE "C" PRIMARY KEY,
  value TEXT NOT NULL
);
