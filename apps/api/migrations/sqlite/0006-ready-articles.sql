-- The answer to GET /v1/articles/{id}, serialised: what can be made again at any time from the tables above.
-- A row counts only for the program that made it and while no channel has changed since.
CREATE TABLE ready_articles (
  article_id TEXT PRIMARY KEY,
  program TEXT NOT NULL,
  channels_sequence INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX changes_of_channels ON changes (sequence) WHERE type = 'channel.updated';
-- Gone in the transaction that changes the article: nobody can forget to.
CREATE TRIGGER changes_end_ready_articles AFTER INSERT ON changes WHEN NEW.article_id IS NOT NULL
BEGIN
  DELETE FROM ready_articles WHERE article_id = NEW.article_id;
END;
-- An old address is shown with the article it leads to.
CREATE TRIGGER redirects_end_ready_articles AFTER INSERT ON redirects WHEN NEW.article_id IS NOT NULL
BEGIN
  DELETE FROM ready_articles WHERE article_id = NEW.article_id;
END;
CREATE TRIGGER redirects_moved_end_ready_articles AFTER UPDATE ON redirects
BEGIN
  DELETE FROM ready_articles WHERE article_id IN (OLD.article_id, NEW.article_id);
END;
