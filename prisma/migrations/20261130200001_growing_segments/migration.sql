-- A growing segment is appended to, a grown one waits for its columns to be stored. The bytes of a growing one's last block
-- are in pieces, one for each commit, until the block is full.
ALTER TABLE segment ADD COLUMN growth text CHECK (growth IN ('growing', 'grown'));
CREATE INDEX segment_growth_idx ON segment (source_id) WHERE growth IS NOT NULL;

CREATE TABLE raw_tail (
  segment integer NOT NULL,
  block integer NOT NULL,
  piece integer NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (segment, block, piece)
);
ALTER TABLE raw_tail ALTER COLUMN data SET STORAGE EXTERNAL;
