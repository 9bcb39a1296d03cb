-- "Steun dit idee", counted for each kiosk. Nothing is known of who gave it.
CREATE TABLE steun(
  id TEXT PRIMARY KEY,                          -- UUIDv7 of the kiosk: the same one twice counts once
  kiosk TEXT NOT NULL,
  idee INTEGER NOT NULL,                        -- idee.nummer
  sha256 BLOB NOT NULL,
  gegeven_op INTEGER NOT NULL,                  -- by the kiosk's clock
  ontvangen_op INTEGER NOT NULL,
  staat TEXT NOT NULL CHECK(staat IN ('telt','wacht','afgewezen'))  -- wacht: came in a burst, a moderator looks first
) STRICT;
CREATE INDEX steun_idee ON steun(idee, kiosk, staat);
CREATE INDEX steun_kiosk ON steun(kiosk, gegeven_op, staat);

-- An idea that goes on with another one: the same thing, said twice.
CREATE TABLE samenvoeging(idee TEXT PRIMARY KEY, met TEXT NOT NULL) STRICT;

-- The highest number that was ever given out: the public name of an erased idea never becomes another one's.
ALTER TABLE stelsel ADD COLUMN hoogste_nummer INTEGER NOT NULL DEFAULT 0;
