ALTER TABLE event_part ADD COLUMN pattern text;
