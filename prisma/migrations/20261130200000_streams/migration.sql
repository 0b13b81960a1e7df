-- A stream is a source that never ends: what is pushed to it is appended.
ALTER TABLE source ADD COLUMN kind text NOT NULL DEFAULT 'upload' CHECK (kind IN ('upload', 'stream')),
  ADD COLUMN seen_at timestamptz(6);
CREATE INDEX source_stream_name_idx ON source (name) WHERE kind = 'stream';

-- What was taken already, so that a sender that never heard so can send it again.
CREATE TABLE batch (
  source uuid NOT NULL,
  digest bytea NOT NULL,
  at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (source, digest)
);
CREATE INDEX batch_at_idx ON batch (at);
CREATE TABLE record_key (
  source uuid NOT NULL,
  key bytea NOT NULL,
  at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (source, key)
);
CREATE INDEX record_key_at_idx ON record_key (at);
