import type { ColumnValue } from '@/lib/columns';
import { isAddressText, isOutside } from './addresses';
import { podsOf } from './pods-of';
import { queryOf } from './query-of';
import type { KeyPart, TallyRow } from './tally';
import { workloadOf } from './workload-of';

/** One end of a flow within the cluster's networks: a workload, or an address where no pod is told. */
export interface FlowEnd {
  readonly namespace: string;
  /** A workload, or an address. */
  readonly name: string;
}

type Side = 'src' | 'dst';

/** Two parts of a key: who opened the connection, if it came from within. */
export const FROM_INSIDE: readonly KeyPart[] = partsOf('src');
/** Two parts of a key: who was asked, if that is within. */
export const TO_INSIDE: readonly KeyPart[] = partsOf('dst');

/** The end of a row's key whose parts begin at a place. */
export function endAt(row: TallyRow, place: number): FlowEnd {
  return { namespace: row.key[place] ?? '', name: row.key[place + 1] ?? '' };
}

/** The same for the same end, to group by. */
export function endKey({ namespace, name }: FlowEnd): string {
  return `${namespace}/${name}`;
}

/** How a person calls it. */
export function endName({ namespace, name }: FlowEnd): string {
  return namespace === '' || isAddressText(name) ? name : `${namespace}/${name}`;
}

/** What a query says of the flows with just this end. */
export function endClause(side: Side, { namespace, name }: FlowEnd): string {
  const place = { [`${side}_namespace`]: namespace };
  if (!isAddressText(name)) return `${queryOf(place)} ${podsOf(`${side}_pod`, name)}`;
  return queryOf({ [`${side}_ip`]: name, ...place, [`${side}_pod`]: null });
}

/** What to pivot by. */
export function endSubject(side: Side, { namespace, name }: FlowEnd): Record<string, string> {
  if (isAddressText(name)) return { [`${side}_ip`]: name };
  const workload = { [side === 'src' ? 'workload' : 'dst_workload']: name };
  return namespace === '' ? workload : { [`${side}_namespace`]: namespace, ...workload };
}

function partsOf(side: Side): readonly KeyPart[] {
  return [
    { field: `${side}_namespace`, as: lower, optional: true },
    { field: `${side}_pod`, as: workload, orElse: { field: `${side}_ip`, as: insideAddress } },
  ];
}

function workload(pod: ColumnValue): string {
  return workloadOf(lower(pod));
}

function insideAddress(address: ColumnValue): string | null {
  return isOutside(address) ? null : lower(address);
}

function lower(value: ColumnValue): string {
  return String(value).toLowerCase();
}
