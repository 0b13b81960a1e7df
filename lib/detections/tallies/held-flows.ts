import { isOutside } from '../addresses';
import { endAt, endClause, FROM_INSIDE } from '../flow-ends';
import { queryOf } from '../query-of';
import type { Tally, TallyRow } from '../tally';
import { FROM_A_CLIENT_CLAUSE, TO_A_SERVICE } from './client-flows';

/** Shorter ones are requests; flow logs that cut connections at a window have windows of a minute or more, some of ten seconds. */
const HELD_MIN_MS = 10_000;

/** Who within holds connections open to which address on the internet, and for how long: of logs that tell how long. */
export const HELD_FLOWS: Tally = {
  name: 'held-flows',
  version: 1,
  types: ['network'],
  where: [...TO_A_SERVICE, { field: 'duration_ms', test: (length) => Number(length) >= HELD_MIN_MS }],
  by: [
    ...FROM_INSIDE,
    { field: 'dst_ip', as: (address) => (isOutside(address) ? String(address).toLowerCase() : null) },
    { field: 'dst_port' },
  ],
  bucketSeconds: 3600,
  sum: 'duration_ms',
};

/** Where the parts of its keys are. */
export const HELD = { source: 0, address: 2, port: 3 } as const;

/** Shows the flows that were counted in a row. */
export function heldQuery(row: TallyRow): string {
  const to = queryOf({ dst_ip: row.key[HELD.address] ?? '', dst_port: row.key[HELD.port] ?? '' });
  return `${endClause('src', endAt(row, HELD.source))} ${to} ${FROM_A_CLIENT_CLAUSE} duration_ms>=${HELD_MIN_MS}`;
}
