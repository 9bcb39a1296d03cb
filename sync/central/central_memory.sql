-- What the writer has to know at the start of each group, in one row: with several processes on one database nobody can
-- keep it in memory, and to look for it in the tables would cost more for every idea that is kept.
ALTER TABLE stelsel ADD COLUMN wijziging INTEGER NOT NULL DEFAULT 0;  -- grows with all that shows in public
UPDATE stelsel SET
  tijdvloer = (SELECT max(op) FROM (SELECT tijdvloer AS op FROM stelsel UNION ALL SELECT max(ontvangen_op) FROM idee
                                    UNION ALL SELECT max(ontvangen_op) FROM steun) AS alle),
  hoogste_nummer = (SELECT max(nummer) FROM (SELECT hoogste_nummer AS nummer FROM stelsel
                                             UNION ALL SELECT max(nummer) FROM idee) AS alle);
