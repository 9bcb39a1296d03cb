-- Which system outside knows how much of which matter. What still has to leave follows from it and from the archive, so
-- that there is no queue to lose.
CREATE TABLE overdracht(
  doel TEXT NOT NULL,                           -- name of the connection
  sleutel TEXT NOT NULL,                        -- "idee:" or "kiosk:" and the id
  nummer INTEGER NOT NULL,                      -- idee.nummer, for after the idea is gone; 0: a kiosk
  kenmerk TEXT NOT NULL,                        -- what it is called there; of a kiosk: the alerts they know
  stap INTEGER NOT NULL,                        -- last step of its history that they know; -1: perhaps nothing
  pogingen INTEGER NOT NULL,                    -- that failed since it last got further
  volgende INTEGER NOT NULL,                    -- no new try before this moment
  fout TEXT NOT NULL,                           -- why the last try failed; empty: it did not
  PRIMARY KEY(doel, sleutel)
) STRICT;

-- Whose turn it is to tell a system: of several processes only one.
CREATE TABLE overdracht_beurt(doel TEXT PRIMARY KEY, wie TEXT NOT NULL, tot INTEGER NOT NULL) STRICT;
