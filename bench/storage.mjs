/** Partitions of a table count as the table. */
const SIZES = `
  SELECT coalesce(parent.relname, relation.relname) AS name,
         sum(pg_table_size(relation.oid))::float8 AS rows,
         sum(pg_indexes_size(relation.oid))::float8 AS indexes
  FROM pg_class relation
  LEFT JOIN pg_inherits ON inhrelid = relation.oid
  LEFT JOIN pg_class parent ON parent.oid = inhparent
  WHERE relation.relkind = 'r' AND relation.relnamespace = 'public'::regnamespace
  GROUP BY 1`;

/**
 * Bytes on disk: the rows of events, their indexes, the blocks of original bytes (with their filters), and all the rest.
 * @param {import('pg').Client} database
 */
export async function measureStorage(database) {
  const { rows } = await database.query(SIZES);
  const sizes = { events: 0, eventIndexes: 0, rawBlocks: 0, others: 0 };
  for (const { name, rows: table, indexes } of rows) {
    if (name === 'event' || name === 'event_row' || name === 'event_part') {
      sizes.events += table;
      sizes.eventIndexes += indexes;
    } else if (name === 'raw_block') sizes.rawBlocks += table + indexes;
    else sizes.others += table + indexes;
  }
  return sizes;
}
