-- The pattern of an event is one of its parts; the column was reserved for it and always null.
ALTER TABLE event_row RENAME COLUMN template TO pattern_part;
