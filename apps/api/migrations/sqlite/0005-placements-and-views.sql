-- What editors pin: on the home page (place is empty) or on the page of a channel (its id).
CREATE TABLE placements (
  place TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  position INTEGER NOT NULL,
  highlighted INTEGER NOT NULL CHECK (highlighted IN (0, 1)),
  ends_at INTEGER,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (place, article_id)
) STRICT;

-- How often an article was seen. Only sums are kept.
CREATE TABLE article_views (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  views INTEGER NOT NULL CHECK (views >= 0)
) STRICT;
