-- What selections returned at a moment. Ordinary tables, also on Citus: they name segments, but are never joined to them.
CREATE TABLE proof (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  by text NOT NULL,
  -- As calls take it; times absolute, sources by their ids.
  selection jsonb NOT NULL,
  count bigint NOT NULL,
  digest text NOT NULL,
  -- The sources that had matching events, with their names then.
  sources jsonb NOT NULL,
  -- Of each segment with matching events: [segment, count, digest, place in sources].
  segments jsonb NOT NULL,
  -- All segments there were, whatever they held, and how many numbers of events each had given out.
  known_segments integer[] NOT NULL,
  known_numbers integer[] NOT NULL
);
-- Places in Trackway under short names.
CREATE TABLE link (
  slug text PRIMARY KEY,
  path text NOT NULL,
  search text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  proof uuid
);
