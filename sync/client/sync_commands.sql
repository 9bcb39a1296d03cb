-- Commands of the central, remembered until they can no longer be taken up, so that none is carried out twice. The screen
-- reads those that are for it, and says in a file of its own what came of them.
CREATE TABLE opdracht(
  id TEXT PRIMARY KEY,
  opdracht TEXT NOT NULL,                      -- a word of sync/wire/command.h; empty: one that is not known here
  tekst TEXT NOT NULL,                         -- of a notice
  laatste_dag TEXT NOT NULL,                   -- the same: YYYY-MM-DD, or empty
  donker_tot INTEGER,                          -- ms since 1970
  ontvangen INTEGER NOT NULL,                  -- likewise
  verloopt INTEGER NOT NULL,                   -- likewise
  uitkomst TEXT NOT NULL DEFAULT '',           -- empty: still to be carried out
  gemeld INTEGER NOT NULL DEFAULT 0            -- 1: the central knows the outcome
) STRICT;

-- The last rounds, for who looks from afar.
CREATE TABLE ronde_eerder(
  begonnen INTEGER PRIMARY KEY,                -- ms since 1970
  geeindigd INTEGER NOT NULL,
  uitkomst TEXT NOT NULL
) STRICT;
