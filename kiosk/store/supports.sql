-- "Steun dit idee": one row each time, until the central has it for good. Nothing in it says who gave it.
CREATE TABLE steun(
  id TEXT PRIMARY KEY,                -- UUIDv7, made here
  volgnummer INTEGER NOT NULL UNIQUE, -- from the same counter as ideas: one order for both
  bytes BLOB NOT NULL,                -- the envelope as it is sent
  sha256 BLOB NOT NULL,               -- of bytes
  bewaard_op INTEGER NOT NULL         -- ms since 1970
) STRICT;
