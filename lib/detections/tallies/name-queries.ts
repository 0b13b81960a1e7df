import { attributeColumn, type ColumnValue } from '@/lib/columns';
import { askedName } from '../asked-names';
import { endAt, endClause, FROM_INSIDE } from '../flow-ends';
import { queryOf } from '../query-of';
import type { Tally, TallyRow } from '../tally';

/** Types of records that carry texts of any kind. */
const CARRIES_TEXT = /^(?:TXT|NULL|TYPE10)\b/i;
/** Answers go to a port that a client was given. */
const CLIENT_PORTS_FROM = 32_768;

export const CARRIER = 'text';

/** Which names outside each workload asks for. */
export const NAME_QUERIES: Tally = {
  name: 'name-queries',
  version: 1,
  types: ['network'],
  where: [
    { field: 'protocol', test: (protocol) => protocol !== null && String(protocol).toLowerCase() === 'dns' },
    { field: 'dst_port', test: (port) => port === null || Number(port) < CLIENT_PORTS_FROM },
  ],
  by: [
    ...FROM_INSIDE,
    { field: 'host', as: askedName },
    {
      field: attributeColumn('query_type'),
      as: carrier,
      orElse: { field: attributeColumn('dns.qtypes'), as: carrier },
      optional: true,
    },
  ],
  bucketSeconds: 600,
};

/** Where the parts of its keys are. */
export const NAMES = { source: 0, name: 2, carrier: 3 } as const;

/** Shows all that a source asked for below a registered domain. */
export function namesQuery(row: TallyRow, domain: string): string {
  const itself = queryOf({ host: domain }).slice('host:'.length);
  const below = domain.replace(/[^\p{L}\p{N}_.-]/gu, '\\$&');
  return `${endClause('src', endAt(row, NAMES.source))} protocol:dns host:(${itself} or *.${below}) -dst_port>=${CLIENT_PORTS_FROM}`;
}

function carrier(type: ColumnValue): string {
  return CARRIES_TEXT.test(String(type)) ? CARRIER : '';
}
