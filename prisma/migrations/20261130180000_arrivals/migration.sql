-- What became visible, in the order in which it did: the live tail goes along it. Events are named by their numbers
-- within a segment, both ends included. An ordinary table, also on Citus.
CREATE TABLE arrival (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  segment int NOT NULL,
  first_n int NOT NULL,
  last_n int NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX arrival_at_idx ON arrival (at);
