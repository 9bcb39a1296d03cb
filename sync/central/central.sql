-- The central's archive of kiosks, ideas and answers. Moments are milliseconds since 1970, UTC, in whole seconds.
CREATE TABLE stelsel(
  een INTEGER PRIMARY KEY CHECK(een = 1),
  epoch TEXT NOT NULL,                          -- changes when the store is restored: kiosks then offer everything again
  duurzaam_tot INTEGER NOT NULL,                -- every idea received up to here exists in a verified copy elsewhere
  kopie_tot INTEGER NOT NULL,                   -- every idea received up to here is in this file; set as a copy begins
  tijdvloer INTEGER NOT NULL                    -- no idea is ever stamped earlier than this, whatever the clock says
) STRICT;

CREATE TABLE kiosk(
  id TEXT PRIMARY KEY,
  naam TEXT NOT NULL,
  kanaal TEXT NOT NULL,
  publieke_sleutel BLOB UNIQUE,                 -- Ed25519, 32 bytes; NULL until enrolled
  staat TEXT NOT NULL CHECK(staat IN ('wacht','actief','geblokkeerd','ingetrokken')),
  reden TEXT NOT NULL DEFAULT '',               -- why it is blocked or revoked
  bon TEXT NOT NULL DEFAULT '',                 -- the two tickets a heartbeat may present; a third means a clone
  vorige_bon TEXT NOT NULL DEFAULT '',
  bon_vrij INTEGER NOT NULL DEFAULT 0,          -- 1: just restored, the next ticket is taken on trust
  aangemaakt_op INTEGER NOT NULL,
  laatst_gezien INTEGER,
  inhoud_versie INTEGER,
  software_versie TEXT NOT NULL DEFAULT '',
  wachtende_ideeen INTEGER,
  vrije_ruimte_mb INTEGER,
  klok_afwijking_ms INTEGER,
  laatste_fout TEXT NOT NULL DEFAULT ''
) STRICT;
-- The name is free again once its kiosk is revoked: the new machine at the same place keeps it.
CREATE UNIQUE INDEX kiosk_naam ON kiosk(naam) WHERE staat <> 'ingetrokken';

CREATE TABLE aanmeldcode(
  kenmerk TEXT PRIMARY KEY,                     -- first four characters: which code it is
  hash BLOB NOT NULL,                           -- argon2id of all ten characters
  zout BLOB NOT NULL,
  kiosk TEXT NOT NULL REFERENCES kiosk(id),
  geldig_tot INTEGER NOT NULL,
  pogingen INTEGER NOT NULL DEFAULT 0,          -- wrong tries; at five the code is dead
  gebruikt_op INTEGER
) STRICT;

CREATE TABLE idee(
  id TEXT PRIMARY KEY,
  nummer INTEGER NOT NULL UNIQUE,               -- order of arrival; the public name of an idea is made of it
  kiosk TEXT NOT NULL,
  volgnummer INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  bytes BLOB NOT NULL,                          -- as the kiosk froze them
  referentie_hash TEXT,
  staat TEXT NOT NULL,
  ontvangen_op INTEGER NOT NULL,
  UNIQUE(kiosk, volgnummer)
) STRICT;
CREATE INDEX idee_referentie ON idee(referentie_hash);

-- The public history of an idea, oldest first. "ontvangen" is not stored: it follows from idee.ontvangen_op.
CREATE TABLE antwoord(
  idee TEXT NOT NULL REFERENCES idee(id),
  stap INTEGER NOT NULL,
  staat TEXT NOT NULL,
  tekst TEXT NOT NULL,                          -- JSON object, language → words
  op INTEGER NOT NULL,
  wie TEXT NOT NULL,
  PRIMARY KEY(idee, stap)
) STRICT;

-- What was erased on request and may never come back, not from a kiosk and not from a copy.
CREATE TABLE grafsteen(
  idee TEXT PRIMARY KEY,
  sha256 BLOB NOT NULL,
  gewist_op INTEGER NOT NULL,
  reden TEXT NOT NULL
) STRICT;

-- Who did what when; each row is chained to the one before it, so that a changed row shows.
CREATE TABLE logboek(
  seq INTEGER PRIMARY KEY,
  wie TEXT NOT NULL,
  wat TEXT NOT NULL,
  op INTEGER NOT NULL,
  keten BLOB NOT NULL
) STRICT;
