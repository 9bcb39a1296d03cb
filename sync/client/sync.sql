-- sync.db: what wijkvenster-sync knows. It alone writes; the screen only reads (melding, levering, actief, ronde).
CREATE TABLE levering(
  idee TEXT PRIMARY KEY,
  volgnummer INTEGER NOT NULL,
  staat TEXT NOT NULL CHECK(staat IN ('klaar','bevestigd','afgewezen','wissen')),
  pogingen INTEGER NOT NULL DEFAULT 0,
  volgende_poging INTEGER NOT NULL DEFAULT 0,  -- ms since 1970
  ontvangen_op TEXT,                           -- these three: from the receipt
  epoch TEXT,
  bewijs TEXT,
  fout TEXT                                    -- why the central refused it, for staff; never what was typed
) STRICT;
CREATE INDEX levering_staat ON levering(staat, volgnummer);

-- Metadata that passed every check, as it was received: the client's memory against rollback.
CREATE TABLE tuf(
  rol TEXT PRIMARY KEY,                        -- root, timestamp, snapshot, targets, terugkoppeling
  versie INTEGER NOT NULL,
  geldig_tot TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- kioskId, kanaal, centraal, epoch, bon, vorigeBon, hartslag, tijdvloer, klokAfwijking, tijdstempelEtag
CREATE TABLE apparaat(sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT;

CREATE TABLE uitgave(
  versie INTEGER PRIMARY KEY,
  bestand TEXT NOT NULL,                       -- name in the state folder: inhoud-<versie>.db
  staat TEXT NOT NULL CHECK(staat IN ('gereed','afgekeurd')),
  gemaakt_op INTEGER NOT NULL                  -- ms since 1970
) STRICT;
CREATE TABLE actief(
  een INTEGER PRIMARY KEY CHECK(een = 1),
  versie INTEGER NOT NULL REFERENCES uitgave(versie),
  vorige INTEGER
) STRICT;

-- What the staff screen says. Keys: verbinding, inhoud, aflevering, klok, aanmelding.
CREATE TABLE melding(
  sleutel TEXT PRIMARY KEY,
  ernst TEXT NOT NULL CHECK(ernst IN ('ok','let-op','fout')),
  code TEXT NOT NULL,                          -- plain codes: see sync/client/notice.h
  sinds INTEGER NOT NULL,                      -- ms since 1970; changes only when the code does
  detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE ronde(
  een INTEGER PRIMARY KEY CHECK(een = 1),
  begonnen INTEGER NOT NULL,                   -- ms since 1970
  geeindigd INTEGER,
  uitkomst TEXT                                -- a code, NULL while it runs
) STRICT;
