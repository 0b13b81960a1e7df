-- Questions about a value name a segment or read them all.
DROP INDEX value_count_name_value_idx;
