-- Published articles by id with the time of their change: what sitemaps say of an article, read without the article. Checking
-- the search index walks through the same order.
CREATE INDEX articles_by_id ON articles (status, id, updated_at);
