-- Commands from afar: what was asked of a kiosk, by whom, and what came of it.
CREATE TABLE opdracht(
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosk(id),
  opdracht TEXT NOT NULL,                       -- a word of sync/wire/command.h
  tekst TEXT NOT NULL,                          -- of a notice
  laatste_dag TEXT NOT NULL,                    -- the same: YYYY-MM-DD, or empty
  donker_tot INTEGER,
  gegeven_op INTEGER NOT NULL,
  verloopt_op INTEGER NOT NULL,
  wie TEXT NOT NULL,                            -- the account, or "beheer" for the command line
  uitkomst TEXT NOT NULL,                       -- empty: open; of the kiosk, or 'ingetrokken', 'verlopen'
  uitkomst_op INTEGER,
  bijlage BLOB                                  -- picture (PNG) or diagnosis (JSON); of each kiosk the last one
) STRICT;
CREATE INDEX opdracht_kiosk ON opdracht(kiosk, uitkomst);
