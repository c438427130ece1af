CREATE TABLE reports (
  number TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
  kind TEXT NOT NULL,
  article_id TEXT REFERENCES articles (id),
  url TEXT,
  quote TEXT NOT NULL,
  message TEXT NOT NULL,
  contact TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  address_hash TEXT,
  network_hash TEXT,
  answer TEXT,
  note TEXT,
  created_at INTEGER NOT NULL,
  answered_at INTEGER,
  closed_at INTEGER,
  CHECK ((article_id IS NULL) <> (url IS NULL))
) STRICT;
-- The queue in the order it came, and the counts that keep floods out.
CREATE INDEX reports_by_status ON reports (status, created_at);
CREATE INDEX reports_by_content ON reports (content_hash, created_at);
CREATE INDEX reports_by_address ON reports (address_hash, created_at);
CREATE INDEX reports_by_network ON reports (network_hash, created_at);
