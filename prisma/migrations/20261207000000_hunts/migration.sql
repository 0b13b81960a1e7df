-- Saved hunts, their versions, and copies of the events that are pinned in them. Ordinary tables, also on Citus. Documents
-- are json and not jsonb: what people paste may hold characters that jsonb cannot keep (U+0000, halves of surrogate pairs).
CREATE TABLE hunt (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  version int NOT NULL,
  document json NOT NULL,
  -- What the list shows of the document.
  summary json NOT NULL,
  -- What the list is searched in.
  words text NOT NULL,
  status text NOT NULL CHECK (status IN ('hypothesis', 'investigating', 'identified', 'resolved')),
  owner text NOT NULL,
  tags text[] NOT NULL,
  techniques text[] NOT NULL,
  archived boolean NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  created_by_id text,
  -- Who made the owner its owner.
  owner_by_id text,
  updated_at timestamptz(6) NOT NULL DEFAULT now(),
  updated_by text NOT NULL
);
CREATE INDEX hunt_updated_idx ON hunt (updated_at DESC);
CREATE TABLE hunt_version (
  hunt uuid NOT NULL REFERENCES hunt (id) ON DELETE CASCADE,
  version int NOT NULL,
  document json NOT NULL,
  -- In words, since the version before.
  changes json NOT NULL,
  by text NOT NULL,
  by_id text,
  -- The first of the saves that it is made of.
  began timestamptz(6) NOT NULL DEFAULT now(),
  at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (hunt, version)
);
-- No reference to the source: what was pinned is readable after it is deleted.
CREATE TABLE evidence_copy (
  hunt uuid NOT NULL REFERENCES hunt (id) ON DELETE CASCADE,
  event text NOT NULL,
  copy json NOT NULL,
  bytes int NOT NULL,
  type smallint NOT NULL,
  time timestamptz(6),
  -- Came with a file, and is not known to be an event of this store.
  imported boolean NOT NULL,
  -- Who pinned it first.
  pinned_by text NOT NULL,
  pinned_at text NOT NULL,
  -- Of its present pin, a string; null = not pinned at present.
  reason json,
  PRIMARY KEY (hunt, event)
);
CREATE INDEX evidence_copy_time_idx ON evidence_copy (time);
-- Saving a hunt asks what the trail has of the last minute.
CREATE INDEX audit_entry_time_idx ON audit_entry (time);
