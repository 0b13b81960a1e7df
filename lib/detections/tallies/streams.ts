import { isLogType, type LogType, logTypeFromCode } from '@/lib/events';
import { queryOf } from '../query-of';
import type { Tally, TallyRow } from '../tally';

/**
 * How much each node writes of each format: whether a log goes on. Not of applications, which come and go with the pods that the
 * node has.
 */
export const STREAMS: Tally = {
  name: 'streams',
  version: 1,
  types: ['audit', 'control-plane', 'network', 'node'],
  where: [],
  by: [
    { field: 'type', as: (code) => logTypeFromCode(Number(code)) },
    { field: 'node', as: (node) => String(node).toLowerCase(), optional: true },
    { field: 'format', optional: true },
  ],
  bucketSeconds: 300,
};

const PLACES = { type: 0, node: 1, format: 2 } as const;

/** A log that a node writes, or that tells no node. */
export interface Stream {
  readonly type: LogType;
  readonly node: string;
  readonly format: string;
}

export function streamOf(row: TallyRow): Stream {
  const type = row.key[PLACES.type] ?? '';
  return {
    type: isLogType(type) ? type : 'node',
    node: row.key[PLACES.node] ?? '',
    format: row.key[PLACES.format] ?? '',
  };
}

/** How a person calls it. */
export function streamName({ type, node, format }: Stream): string {
  const what = `${type} log (${format === '' ? 'of no format' : format})`;
  return node === '' ? `the ${what}` : `the ${what} of ${node}`;
}

/** Shows what it wrote. */
export function streamQuery({ node, format }: Stream): string {
  return queryOf({ node, format });
}
