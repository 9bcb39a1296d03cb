-- What a kiosk found when it last tried itself at night.
ALTER TABLE kiosk ADD COLUMN zelftest_op INTEGER;                        -- NULL: it never said
ALTER TABLE kiosk ADD COLUMN zelftest_fouten TEXT NOT NULL DEFAULT '';  -- its words, with commas; empty: all was well
