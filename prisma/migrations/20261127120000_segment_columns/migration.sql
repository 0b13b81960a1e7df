-- Whether the columns of a segment are stored, and tell about all of its events and no other.
ALTER TABLE segment ADD COLUMN columns boolean NOT NULL DEFAULT false;
