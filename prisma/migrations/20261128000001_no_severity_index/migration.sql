-- Severities by type are asked of the columns.
DROP INDEX event_type_time_idx;
