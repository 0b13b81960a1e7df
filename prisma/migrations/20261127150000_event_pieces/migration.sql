-- Events in several pieces are few; a search for text must know them without looking at all events.
CREATE INDEX event_pieces_idx ON event (segment, n) WHERE spans IS NOT NULL;
