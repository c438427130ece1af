-- The search index. The same tables are made in a file of their own beside a PostgreSQL database (see the decision record
-- on search), so nothing here refers to other tables.

-- One row for each article that can be found. docid is the rowid in the three parts of the index; it rises with the time
-- of publication as far as articles arrive in that order, so that the newest matches are read first.
CREATE TABLE search_documents (
  docid INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE,
  content_hash TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  channel_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT,
  topics TEXT NOT NULL,
  vocabulary TEXT NOT NULL
) STRICT;
CREATE INDEX search_documents_by_publication ON search_documents (published_at, docid);

-- Terms come parted by spaces and ready made; the ascii tokeniser keeps every other character as it is.
-- No content is kept: the articles are. Phrases need positions in text and titles, words need none.
CREATE VIRTUAL TABLE search_text USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_title USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_words USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none);

-- Words of titles, names and topics with the number of documents that have them, for suggestions and corrections.
CREATE TABLE search_vocabulary (
  text TEXT PRIMARY KEY,
  documents INTEGER NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  sound TEXT NOT NULL,
  shape TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_vocabulary_by_pinyin ON search_vocabulary (pinyin);
CREATE INDEX search_vocabulary_by_initials ON search_vocabulary (initials);
CREATE INDEX search_vocabulary_by_sound ON search_vocabulary (sound);
CREATE INDEX search_vocabulary_by_shape ON search_vocabulary (shape);

-- What readers asked for and found, counted without saying who asked.
CREATE TABLE search_queries (
  text TEXT PRIMARY KEY,
  askers INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The change up to which the index is right, the analyser that made it, and how far a rebuild has come.
CREATE TABLE search_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
