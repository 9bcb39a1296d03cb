-- Who may use the desk pages, and who is using them now. A name is a function ("moderator-noord"), never a person.
CREATE TABLE gebruiker(
  naam TEXT PRIMARY KEY,
  rol TEXT NOT NULL CHECK(rol IN ('lezer','moderator','publicist','beheerder')),
  staat TEXT NOT NULL CHECK(staat IN ('uitgenodigd','actief','uit')),
  wachtwoord TEXT NOT NULL,                     -- argon2id; empty until set up
  telefoon BLOB NOT NULL,                       -- secret of the time-based codes; empty until set up
  laatste_stap INTEGER NOT NULL,                -- time step of the last code used: none serves twice
  uitnodiging TEXT NOT NULL,                    -- argon2id of the one-time code; empty once used
  uitnodiging_tot INTEGER NOT NULL,
  uitnodiging_pogingen INTEGER NOT NULL,        -- wrong tries
  gemaakt_op INTEGER NOT NULL,
  laatst_aangemeld INTEGER,
  herziening INTEGER NOT NULL                   -- grows with every change: who read an older row may not write it
) STRICT;

CREATE TABLE zitting(
  hash BLOB PRIMARY KEY,                        -- sha256 of the token, which only the browser has
  gebruiker TEXT NOT NULL REFERENCES gebruiker(naam),
  begonnen_op INTEGER NOT NULL,
  laatst_gezien INTEGER NOT NULL
) STRICT;
