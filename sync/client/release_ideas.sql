-- The moderated ideas of a release as rows, so that a screen reads the page it shows and never holds all of them.
CREATE TABLE idea_row(
  nr INTEGER PRIMARY KEY,        -- order of arrival, and the row of idea_words
  id TEXT NOT NULL UNIQUE,
  op TEXT NOT NULL,              -- day, ISO 8601
  gebied TEXT NOT NULL,          -- '' where nothing was said, as in the next one
  thema TEXT NOT NULL,
  status TEXT NOT NULL,
  json TEXT NOT NULL             -- the whole idea, as the document has it
) STRICT;
-- What is filtered on stands in the index too, so that skipping rows touches no row.
CREATE INDEX idea_newest ON idea_row(op, nr, thema, status);
CREATE INDEX idea_newest_in_area ON idea_row(gebied, op, nr, thema, status);
-- How many there are of each kind: a screen says "41 ideeën" without counting.
CREATE TABLE idea_count(
  gebied TEXT NOT NULL,
  thema TEXT NOT NULL,
  status TEXT NOT NULL,
  aantal INTEGER NOT NULL,
  PRIMARY KEY(gebied, thema, status)
) STRICT;
-- For "hier is al een idee over": words without accents, no copy of the text.
CREATE VIRTUAL TABLE idea_words USING fts5(tekst, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE idea_terms USING fts5vocab(idea_words, 'row');
