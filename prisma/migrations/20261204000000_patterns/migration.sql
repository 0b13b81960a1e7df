-- What messages have in common, values left out. An ordinary table, also on Citus: parts of events name its ids.
CREATE SEQUENCE pattern_change;
CREATE TABLE pattern (
  id text PRIMARY KEY,
  text text NOT NULL,
  -- Higher than that of every change before it: whoever wrote down the highest one can ask what came since.
  change bigint NOT NULL DEFAULT nextval('pattern_change')
);
CREATE INDEX pattern_change_idx ON pattern (change);
