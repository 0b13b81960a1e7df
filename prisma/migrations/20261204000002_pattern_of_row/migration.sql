ALTER TABLE event_row ADD COLUMN pattern text;
