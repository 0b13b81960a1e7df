-- What detectors found, and what people made of it. Ordinary tables, also on Citus.
CREATE TABLE finding (
  id uuid PRIMARY KEY,
  detector text NOT NULL,
  key text[] NOT NULL,
  type smallint NOT NULL,
  "from" timestamptz(6) NOT NULL,
  "to" timestamptz(6) NOT NULL,
  level smallint NOT NULL,
  confidence smallint NOT NULL,
  title text NOT NULL,
  reason text NOT NULL,
  observed float8 NOT NULL,
  expected float8,
  -- Of these two: count, bytes, seconds.
  unit text NOT NULL,
  history float8 NOT NULL,
  query text NOT NULL,
  events int8 NOT NULL,
  subject jsonb NOT NULL,
  techniques text[] NOT NULL,
  found_at timestamptz(6) NOT NULL DEFAULT now(),
  changed_at timestamptz(6),
  -- Not in the data any more; kept because somebody judged it.
  gone_at timestamptz(6),
  verdict text NOT NULL DEFAULT 'open' CHECK (verdict IN ('open', 'benign', 'suspicious', 'evidence')),
  note text NOT NULL DEFAULT '',
  triaged_by text,
  triaged_at timestamptz(6)
);
CREATE INDEX finding_order_idx ON finding (level DESC, "from" DESC, id);
CREATE TABLE finding_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding uuid NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  verdict text NOT NULL,
  note text NOT NULL,
  by text NOT NULL,
  at timestamptz(6) NOT NULL DEFAULT now()
);
CREATE INDEX finding_change_finding_idx ON finding_change (finding, id DESC);
-- One row: the state of the store that findings were last made from.
CREATE TABLE detection (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  state text NOT NULL,
  at timestamptz(6) NOT NULL
);
