-- The columns of some events of a segment that grows, all in one; gone when those of the whole segment are stored.
CREATE TABLE column_part (
  segment integer NOT NULL,
  first_n integer NOT NULL,
  rows integer NOT NULL,
  codec smallint NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (segment, first_n)
);
ALTER TABLE column_part ALTER COLUMN data SET STORAGE EXTERNAL;
