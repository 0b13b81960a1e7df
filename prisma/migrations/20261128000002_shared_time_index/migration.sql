-- The default partition holds the small loads of many sources, in no order of time.
CREATE INDEX event_shared_time_idx ON event_shared ("time" DESC NULLS LAST, segment DESC, n DESC);
