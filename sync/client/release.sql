-- inhoud-<versie>.db: one verified release of content. Built aside, renamed, and from then on never written again.
CREATE TABLE meta(sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT;  -- versie, targetsVersie, geldigTot, gemaaktOp
CREATE TABLE document(naam TEXT PRIMARY KEY, sha256 BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE beeld(naam TEXT PRIMARY KEY, sha256 BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
-- One row per public history, so that a code typed on the screen costs one hash and one look-up.
CREATE TABLE antwoord(referentie_hash TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
-- What a visitor can search: one row per challenge, action, activity or piece of news and language that it is read in.
-- `bij` is the challenge that an action belongs to. Row numbers follow the areas, so that an area is a range of them.
CREATE VIRTUAL TABLE zoek USING fts5(titel, tekst, soort UNINDEXED, gebied UNINDEXED, agenda UNINDEXED,
  sleutel UNINDEXED, bij UNINDEXED, taal UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4 5 6');
CREATE TABLE zoekgebied(gebied TEXT PRIMARY KEY, van INTEGER NOT NULL, tot INTEGER NOT NULL) STRICT;
