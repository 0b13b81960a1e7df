-- Events of several types may be about the same at the same time, and events without a time are found beside those with one.
ALTER TABLE rule_hit
  -- Whether these are events without a time, which no range of time shows.
  ADD COLUMN untimed boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT rule_hit_pkey,
  ADD PRIMARY KEY (segment, rule, part, key, "from", type, untimed);
-- When findings of rules were last made; null before the first time.
ALTER TABLE detection ADD COLUMN rules_at timestamptz(6);
