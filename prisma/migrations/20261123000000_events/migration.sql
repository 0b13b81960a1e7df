CREATE TABLE source (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('receiving', 'reading', 'ready', 'failed')),
  bytes bigint NOT NULL DEFAULT 0,
  bytes_received bigint NOT NULL DEFAULT 0,
  bytes_read bigint NOT NULL DEFAULT 0,
  sha256 text,
  spool text,
  modified timestamptz(6),
  zone_minutes integer,
  year integer,
  events bigint NOT NULL DEFAULT 0,
  lines bigint NOT NULL DEFAULT 0,
  unparsed bigint NOT NULL DEFAULT 0,
  note text,
  error text,
  cancelled boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  read_from timestamptz(6),
  ready_at timestamptz(6)
);
CREATE INDEX source_sha256_idx ON source (sha256);

CREATE SEQUENCE file_id AS integer;
CREATE TABLE file (
  id integer PRIMARY KEY,
  source_id uuid NOT NULL,
  path text NOT NULL,
  state text NOT NULL CHECK (state IN ('reading', 'ready', 'skipped', 'duplicate', 'failed')),
  bytes bigint NOT NULL DEFAULT 0,
  sha256 text,
  format text,
  type text,
  events bigint NOT NULL DEFAULT 0,
  lines bigint NOT NULL DEFAULT 0,
  lines_read bigint NOT NULL DEFAULT 0,
  unparsed bigint NOT NULL DEFAULT 0,
  plain bigint NOT NULL DEFAULT 0,
  examples jsonb NOT NULL DEFAULT '[]',
  "from" timestamptz(6),
  "to" timestamptz(6),
  time_guess integer NOT NULL DEFAULT 0,
  duplicate_of integer,
  note text,
  error text,
  checkpoint jsonb
);
CREATE UNIQUE INDEX file_source_id_path_key ON file (source_id, path);

-- Segments with a table of their own count from 1; those in the default partition from a billion (see the check below).
CREATE SEQUENCE segment_id AS integer MAXVALUE 999999999;
CREATE SEQUENCE shared_segment_id AS integer MINVALUE 1000000000 START 1000000000;
CREATE TABLE segment (
  id integer PRIMARY KEY,
  source_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('writing', 'ready')),
  partition boolean NOT NULL,
  events integer NOT NULL DEFAULT 0,
  blocks integer NOT NULL DEFAULT 0,
  bytes bigint NOT NULL DEFAULT 0,
  "from" timestamptz(6),
  "to" timestamptz(6),
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX segment_source_id_idx ON segment (source_id);

CREATE TABLE event (
  segment integer NOT NULL,
  n integer NOT NULL,
  "time" timestamptz(6),
  bytes bigint,
  packets bigint,
  duration_ms double precision,
  file integer NOT NULL,
  line integer NOT NULL,
  lines integer NOT NULL,
  block integer NOT NULL,
  raw_offset integer NOT NULL,
  raw_length integer NOT NULL,
  status integer,
  src_port integer,
  dst_port integer,
  pid integer,
  restart integer,
  template integer,
  type smallint NOT NULL,
  severity smallint,
  time_guess smallint NOT NULL,
  cluster text,
  node text,
  namespace text,
  pod text,
  container text,
  component text,
  unit text,
  stream text,
  user_name text,
  verb text,
  resource text,
  subresource text,
  api_group text,
  name text,
  decision text,
  reason text,
  user_agent text,
  method text,
  path text,
  host text,
  src_ip text,
  src_namespace text,
  src_pod text,
  dst_ip text,
  dst_namespace text,
  dst_pod text,
  protocol text,
  verdict text,
  direction text,
  image text,
  caller text,
  format text NOT NULL,
  envelope text,
  message text NOT NULL,
  attributes jsonb,
  spans integer[],
  PRIMARY KEY (segment, n)
) PARTITION BY LIST (segment);

CREATE TABLE raw_block (
  segment integer NOT NULL,
  block integer NOT NULL,
  file integer NOT NULL,
  codec smallint NOT NULL,
  position bigint NOT NULL,
  raw_length integer NOT NULL,
  first_line integer NOT NULL,
  first_n integer NOT NULL,
  events integer NOT NULL,
  "from" timestamptz(6),
  "to" timestamptz(6),
  grams bytea NOT NULL,
  tokens bytea NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (segment, block)
) PARTITION BY LIST (segment);
-- The bytes are compressed already; the small filter stays in the row because every text search reads it.
ALTER TABLE raw_block ALTER COLUMN data SET STORAGE EXTERNAL;
ALTER TABLE raw_block ALTER COLUMN tokens SET STORAGE EXTERNAL;
ALTER TABLE raw_block ALTER COLUMN grams SET STORAGE MAIN;

CREATE TABLE column_block (
  segment integer NOT NULL,
  name text NOT NULL,
  chunk integer NOT NULL,
  rows integer NOT NULL,
  codec smallint NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (segment, name, chunk)
);
ALTER TABLE column_block ALTER COLUMN data SET STORAGE EXTERNAL;

CREATE TABLE value_count (
  segment integer NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  code integer NOT NULL,
  count integer NOT NULL,
  "from" timestamptz(6),
  "to" timestamptz(6),
  PRIMARY KEY (segment, name, value)
);
CREATE INDEX value_count_name_value_idx ON value_count (name, value);

-- The check proves that attaching a partition for a segment below a billion cannot touch the default partition's rows,
-- so that ATTACH does not scan it.
CREATE TABLE event_shared PARTITION OF event (CONSTRAINT event_shared_segment CHECK (segment >= 1000000000)) DEFAULT;
CREATE TABLE raw_block_shared PARTITION OF raw_block (CONSTRAINT raw_block_shared_segment CHECK (segment >= 1000000000)) DEFAULT;

CREATE INDEX event_time_idx ON event ("time" DESC NULLS LAST, segment DESC, n DESC);
CREATE INDEX event_type_time_idx ON event (type, "time") WHERE severity >= 5;
CREATE INDEX raw_block_file_idx ON raw_block (file, position);
