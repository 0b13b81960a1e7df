import { isOutside } from '../addresses';
import { endAt, endClause, FROM_INSIDE } from '../flow-ends';
import { queryOf } from '../query-of';
import type { Tally, TallyRow } from '../tally';
import { FROM_A_CLIENT_CLAUSE, TO_A_SERVICE } from './client-flows';

/**
 * Who within opens connections to which address on the internet, to the second, as only so the regular stands out; with
 * the bytes.
 */
export const OUTSIDE_FLOWS: Tally = {
  name: 'outside-flows',
  version: 1,
  types: ['network'],
  where: TO_A_SERVICE,
  by: [
    ...FROM_INSIDE,
    { field: 'dst_ip', as: (address) => (isOutside(address) ? String(address).toLowerCase() : null) },
    { field: 'dst_port' },
  ],
  bucketSeconds: 1,
  sum: 'bytes',
};

/** Where the parts of its keys are. */
export const OUTSIDE = { source: 0, address: 2, port: 3 } as const;

/** Shows the flows that were counted in a row. */
export function outsideQuery(row: TallyRow): string {
  const to = queryOf({ dst_ip: row.key[OUTSIDE.address] ?? '', dst_port: row.key[OUTSIDE.port] ?? '' });
  return `${endClause('src', endAt(row, OUTSIDE.source))} ${to} ${FROM_A_CLIENT_CLAUSE}`;
}
