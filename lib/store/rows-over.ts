import type { ClientBase, QueryResultRow } from 'pg';
import type { Sql } from '@/lib/query';
import type { Reader } from './read-only';

/** Who answers statements: a question, or a transaction that writes. */
export type Rows = Pick<Reader, 'rows'>;

/** Asks within the transaction of a client. */
export function rowsOver(client: ClientBase): Rows {
  return {
    async rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> {
      return (await client.query<Row>(statement.toQuery())).rows;
    },
  };
}
