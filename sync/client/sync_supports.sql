-- Support for ideas goes the same way as ideas, in the same order.
ALTER TABLE levering ADD COLUMN soort TEXT NOT NULL DEFAULT 'idee' CHECK(soort IN ('idee','steun'));
