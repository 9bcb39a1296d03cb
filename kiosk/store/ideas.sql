-- ideeen.db: the ideas on this kiosk. The screen alone writes; wijkvenster-sync reads. Frozen bytes: never changed after insert.
CREATE TABLE idee(
  id TEXT PRIMARY KEY,                -- UUIDv7, made here
  volgnummer INTEGER NOT NULL UNIQUE, -- 1, 2, 3 … never used twice, also not after a row has gone
  bytes BLOB NOT NULL,                -- the envelope as it is sent
  sha256 BLOB NOT NULL,               -- of bytes
  bewaard_op INTEGER NOT NULL         -- ms since 1970
) STRICT;
CREATE TABLE teller(een INTEGER PRIMARY KEY CHECK(een = 1), volgnummer INTEGER NOT NULL) STRICT;
INSERT INTO teller VALUES(1, 0);
