-- The answer to GET /v1/articles/{id}, serialised: what can be made again at any time from the tables above.
-- A row counts only for the program that made it and while no channel has changed since.
CREATE TABLE ready_articles (
  article_id TEXT COLLATE "C" PRIMARY KEY,
  program TEXT COLLATE "C" NOT NULL,
  channels_sequence BIGINT NOT NULL,
  body BYTEA NOT NULL
);
CREATE INDEX changes_of_channels ON changes (sequence) WHERE type = 'channel.updated';
-- Gone in the transaction that changes the article: nobody can forget to.
CREATE FUNCTION end_ready_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ready_articles WHERE article_id = NEW.article_id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER changes_end_ready_articles AFTER INSERT ON changes
  FOR EACH ROW WHEN (NEW.article_id IS NOT NULL) EXECUTE FUNCTION end_ready_article();
-- An old address is shown with the article it leads to.
CREATE FUNCTION end_ready_articles_of_redirect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ready_articles WHERE article_id IN (OLD.article_id, NEW.article_id);
  RETURN NULL;
END;
$$;
CREATE TRIGGER redirects_end_ready_articles AFTER INSERT OR UPDATE ON redirects
  FOR EACH ROW EXECUTE FUNCTION end_ready_articles_of_redirect();
