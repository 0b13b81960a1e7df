-- What detectors know of the events of a segment: how many there were by key and time.
CREATE TABLE tally (
  segment int NOT NULL,
  name text NOT NULL,
  codec smallint NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (segment, name)
);
-- By what was counted; null = nothing was yet.
ALTER TABLE segment ADD COLUMN tallied text;
