-- A person's word on all files of a source, beside the zone and the year; and a segment from which a file was taken out
-- has fewer events than numbers.
ALTER TABLE source
  ADD COLUMN forced_format text,
  ADD COLUMN forced_type text,
  ADD COLUMN skew_seconds integer;
ALTER TABLE file
  ADD COLUMN modified timestamptz(6),
  ADD COLUMN corrections jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN read_with jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN detection jsonb;
ALTER TABLE segment ADD COLUMN numbers integer;
