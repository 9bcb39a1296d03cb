-- Numbers of paper slips that staff typed over: only that it was done, never what was on them.
CREATE TABLE briefje(
  nummer INTEGER PRIMARY KEY,      -- as it stands on the paper
  overgetypt_op INTEGER NOT NULL   -- ms since 1970
) STRICT;
