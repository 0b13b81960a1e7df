import type { LogType } from '@/lib/events';
import { mergedBy } from './merged-by';
import { podsOf } from './pods-of';
import { queryOf } from './query-of';
import { FLOWS_OF_PODS, PODS_BUCKET_SECONDS } from './tallies/pods-at-work';
import {
  ERROR_LINES,
  LINES,
  WORKLOAD_LINES,
  writerName,
  writerQuery,
  writerSubject,
  writtenType,
} from './tallies/workload-lines';
import type { TallyRow } from './tally';
import { workloadOf } from './workload-of';

/** How much a workload, or a program on the nodes, writes or how many flows it begins. */
export interface Volume {
  readonly row: TallyRow;
  readonly type: LogType;
  readonly noun: 'line' | 'flow';
  readonly bucketSeconds: number;
  /** What of it another detector tells of: errors. */
  readonly errors: readonly TallyRow[];
  readonly key: readonly string[];
  readonly name: string;
  readonly query: string;
  readonly subject: Readonly<Record<string, string>>;
}

/** All that is written, of any severity, by who writes it. */
export function writtenVolumes(rows: readonly TallyRow[]): Volume[] {
  const nameOf = (key: readonly string[]) => JSON.stringify(key.slice(0, LINES.severity));
  const errors = new Map<string, TallyRow[]>();
  for (const row of rows) {
    if (row.key[LINES.severity] === ERROR_LINES) errors.set(nameOf(row.key), [row]);
  }
  return mergedBy(rows, nameOf).map((row) => ({
    row,
    type: writtenType(row),
    noun: 'line',
    bucketSeconds: WORKLOAD_LINES.bucketSeconds,
    errors: errors.get(nameOf(row.key)) ?? [],
    key: row.key.slice(0, LINES.severity),
    name: writerName(row),
    query: writerQuery(row),
    subject: writerSubject(row),
  }));
}

/** All flows that pods begin, by workload. */
export function flowVolumes(rows: readonly TallyRow[]): Volume[] {
  const partsOf = ([namespace = '', pod = '']: readonly string[]) => [namespace, workloadOf(pod)] as const;
  return mergedBy(rows, (key) => JSON.stringify(partsOf(key))).map((row) => {
    const [namespace, workload] = partsOf(row.key);
    return {
      row,
      type: 'network',
      noun: 'flow',
      bucketSeconds: PODS_BUCKET_SECONDS,
      errors: [],
      key: [FLOWS_OF_PODS.name, namespace, workload],
      name: namespace === '' ? workload : `${namespace}/${workload}`,
      query: `${queryOf({ src_namespace: namespace })} ${podsOf('src_pod', workload)}`,
      subject: { ...(namespace === '' ? {} : { src_namespace: namespace }), workload },
    };
  });
}
