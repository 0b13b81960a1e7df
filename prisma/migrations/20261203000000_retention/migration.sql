-- How long logs are kept, unless their source says otherwise; the only row.
CREATE TABLE retention (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  keep_days integer CHECK (keep_days > 0),
  counts_from text NOT NULL DEFAULT 'arrival' CHECK (counts_from IN ('arrival', 'event')),
  size_max bigint CHECK (size_max > 0),
  changed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  swept_at timestamptz(6)
);
INSERT INTO retention DEFAULT VALUES;

-- Of a source with a word of its own, null is for ever. What went by retention is counted, and told until which time it reached.
ALTER TABLE source
  ADD COLUMN keep_own boolean NOT NULL DEFAULT false,
  ADD COLUMN keep_days integer CHECK (keep_days > 0),
  ADD COLUMN expired_events bigint NOT NULL DEFAULT 0,
  ADD COLUMN expired_to timestamptz(6),
  ADD COLUMN expired_at timestamptz(6);

-- When a stream had appended its last to it.
ALTER TABLE segment ADD COLUMN grown_at timestamptz(6);
