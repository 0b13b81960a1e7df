-- Events of one segment are stored nearly in the order of their time. Not on the parent: that keeps partitions from
-- becoming columnar tables of Citus. One statement, because Citus forwards no two of them.
DO $$
DECLARE
  leaf regclass;
BEGIN
  FOR leaf IN
    SELECT inhrelid FROM pg_inherits
    WHERE inhparent = 'event'::regclass AND inhrelid <> 'event_shared'::regclass
  LOOP
    EXECUTE format('CREATE INDEX ON %s USING brin ("time") WITH (pages_per_range = 32)', leaf);
  END LOOP;
END
$$;
