-- The terms of a transaction are gathered in memory before they become a segment of the index: 1 MB by default, in which
-- an import of a thousand articles leaves five segments that have to be merged again. A single article takes some kilobytes.
INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 33554432);
INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 33554432);
