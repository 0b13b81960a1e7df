-- Zones and years that were set until now are in the times of the events already.
UPDATE file SET read_with = jsonb_strip_nulls(jsonb_build_object('zoneMinutes', source.zone_minutes, 'year', source.year))
FROM source WHERE source.id = file.source_id AND (source.zone_minutes IS NOT NULL OR source.year IS NOT NULL);
