-- Rows are never deleted, and only when a token was used last and when it was revoked ever changes: what is in
-- force is told from how many there are and how many are revoked.
CREATE TABLE tokens (
  id TEXT COLLATE "C" PRIMARY KEY,
  digest TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT COLLATE "C" NOT NULL CHECK (role IN ('reader', 'editor', 'publisher', 'administrator')),
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  last_used_at BIGINT,
  revoked_at BIGINT
);

-- What each caller used up of its quota, over all processes. Nobody misses it after a crash: it need not be logged.
CREATE UNLOGGED TABLE quota_counts (
  caller_hash TEXT COLLATE "C" NOT NULL,
  window_start BIGINT NOT NULL,
  requests BIGINT NOT NULL,
  PRIMARY KEY (caller_hash, window_start)
);
CREATE INDEX quota_counts_by_window ON quota_counts (window_start);
