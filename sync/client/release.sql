-- inhoud-<versie>.db: one verified release of content. Built aside, renamed, and from then on never written again.
CREATE TABLE meta(sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT;  -- versie, targetsVersie, geldigTot, gemaaktOp
CREATE TABLE document(naam TEXT PRIMARY KEY, sha256 BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE beeld(naam TEXT PRIMARY KEY, sha256 BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
-- One row per public history, so that a code typed on the screen costs one hash and one look-up.
CREATE TABLE antwoord(referentie_hash TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
