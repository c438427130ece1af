CREATE TABLE reports (
  number TEXT COLLATE "C" PRIMARY KEY,
  status TEXT COLLATE "C" NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
  kind TEXT COLLATE "C" NOT NULL,
  article_id TEXT COLLATE "C" REFERENCES articles (id),
  url TEXT,
  quote TEXT NOT NULL,
  message TEXT NOT NULL,
  contact TEXT NOT NULL,
  content_hash TEXT COLLATE "C" NOT NULL,
  address_hash TEXT COLLATE "C",
  network_hash TEXT COLLATE "C",
  answer TEXT,
  note TEXT,
  created_at BIGINT NOT NULL,
  answered_at BIGINT,
  closed_at BIGINT,
  CHECK ((article_id IS NULL) <> (url IS NULL))
);
-- The queue in the order it came, and the counts that keep floods out.
CREATE INDEX reports_by_status ON reports (status, created_at);
CREATE INDEX reports_by_content ON reports (content_hash, created_at);
CREATE INDEX reports_by_address ON reports (address_hash, created_at);
CREATE INDEX reports_by_network ON reports (network_hash, created_at);
