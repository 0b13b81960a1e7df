-- Rules that watch: those of Trackway, of which only what people set is stored, and those that people brought.
CREATE SEQUENCE rule_generation;
CREATE TABLE rule (
  -- The name of a built-in rule, the UUID of another.
  id text PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('built-in', 'own')),
  kind text NOT NULL CHECK (kind IN ('rule', 'correlation', 'filter')),
  -- Sigma's own id, by which others refer to it.
  sigma_id text,
  title text NOT NULL,
  -- YAML of one document; empty for a built-in rule.
  text text NOT NULL,
  file text,
  "on" boolean NOT NULL,
  -- Query of events that are left out.
  exclude text NOT NULL DEFAULT '',
  -- What it looks for: a change makes it look back again.
  digest text NOT NULL,
  -- When it was last turned on or changed, as the number of all such changes: segments say up to which they were looked through.
  generation bigint NOT NULL,
  -- Whether it also looks at what was stored before that: none, waiting, running, done, cancelled, failed.
  look_back text NOT NULL DEFAULT 'none',
  failure text,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  changed_at timestamptz(6) NOT NULL DEFAULT now(),
  changed_by text NOT NULL
);
CREATE INDEX rule_sigma_id_idx ON rule (sigma_id);
-- How far rules have looked through a segment.
CREATE TABLE rule_segment (
  segment int PRIMARY KEY,
  -- Rules up to this generation have seen events up to number upto; later ones have not.
  generation bigint NOT NULL,
  upto int NOT NULL
);
-- What rules found in a part of a segment: events that are about the same and near each other are one row.
CREATE TABLE rule_hit (
  segment int NOT NULL,
  rule text NOT NULL,
  -- The number of the first event that was looked at together with these.
  part int NOT NULL,
  -- The values of what it is about, in the order of the rule's fields, as a JSON list; null where an event has none.
  key text NOT NULL,
  -- Of the events; of an event without a time when it was stored.
  "from" timestamptz(6) NOT NULL,
  "to" timestamptz(6) NOT NULL,
  type smallint NOT NULL,
  events int NOT NULL,
  PRIMARY KEY (segment, rule, part, key, "from")
);
CREATE INDEX rule_hit_rule_idx ON rule_hit (rule);
-- Where findings are told of. The address may hold a secret.
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  address text NOT NULL,
  format text NOT NULL CHECK (format IN ('slack', 'json')),
  level smallint NOT NULL,
  "on" boolean NOT NULL DEFAULT false,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  last_at timestamptz(6),
  last_delivered boolean,
  last_message text
);
-- Findings that are still to be told.
CREATE TABLE webhook_delivery (
  webhook uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  finding uuid NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (webhook, finding)
);
CREATE INDEX webhook_delivery_next_idx ON webhook_delivery (next_at);
