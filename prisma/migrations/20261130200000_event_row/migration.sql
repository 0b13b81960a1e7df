-- The table keeps what is an event's own; `event` becomes a view of whole events (docs/decisions, "What events share").
ALTER TABLE event RENAME TO event_row;
