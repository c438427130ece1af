-- What editors pin: on the home page (place is empty) or on the page of a channel (its id).
CREATE TABLE placements (
  place TEXT COLLATE "C" NOT NULL,
  article_id TEXT COLLATE "C" NOT NULL REFERENCES articles (id),
  position BIGINT NOT NULL,
  highlighted BIGINT NOT NULL CHECK (highlighted IN (0, 1)),
  ends_at BIGINT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (place, article_id)
);

-- How often an article was seen. Only sums are kept.
CREATE TABLE article_views (
  article_id TEXT COLLATE "C" PRIMARY KEY REFERENCES articles (id),
  views BIGINT NOT NULL CHECK (views >= 0)
);
