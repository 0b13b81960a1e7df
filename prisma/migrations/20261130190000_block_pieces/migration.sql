-- Where the events that open in a block begin and end: a search that reads a block need not ask the events for it. Null in
-- blocks that were written before; those ask.
ALTER TABLE raw_block ADD COLUMN pieces bytea;
