-- How long things are kept, and whether a kiosk gets rid of what it holds.
ALTER TABLE kiosk ADD COLUMN rij_groeit INTEGER NOT NULL DEFAULT 0;  -- heartbeats in a row with more ideas waiting each time

-- Contact data was taken out of idee.bytes: then this is the hash of what is left, while idee.sha256 stays that of what
-- the kiosk sent, by which it is known again. NULL: nothing was taken out.
ALTER TABLE idee ADD COLUMN rest_sha256 BLOB;

-- Ideas whose contact data was erased but that are not here since a copy was put back: a kiosk may offer them once more,
-- with the contact data in it.
CREATE TABLE contact_wissen(idee TEXT PRIMARY KEY) STRICT;
