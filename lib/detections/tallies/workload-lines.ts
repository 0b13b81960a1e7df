import type { ColumnValue } from '@/lib/columns';
import { isLogType, type LogType, logTypeFromCode, severityCode } from '@/lib/events';
import { podsOf } from '../pods-of';
import { queryOf } from '../query-of';
import type { Tally, TallyRow } from '../tally';
import { workloadOf } from '../workload-of';

export const ERROR_LINES = 'error';
const PROGRAM_MARK = '@';

/** How much workloads, and programs on nodes, write: errors and worse, and all the rest. */
export const WORKLOAD_LINES: Tally = {
  name: 'workload-lines',
  version: 1,
  types: ['application', 'control-plane', 'node'],
  where: [],
  by: [
    { field: 'type', as: (code) => logTypeFromCode(Number(code)) },
    { field: 'namespace', as: lower, optional: true },
    {
      field: 'pod',
      as: (pod) => workloadOf(lower(pod)),
      orElse: { field: 'component', as: (component) => PROGRAM_MARK + lower(component) },
    },
    {
      field: 'severity',
      as: (severity) => (Number(severity) >= severityCode('error') ? ERROR_LINES : ''),
      optional: true,
    },
  ],
  bucketSeconds: 300,
};

/** Where the parts of its keys are. */
export const LINES = { type: 0, namespace: 1, place: 2, severity: 3 } as const;

/** How a person calls who wrote. */
export function writerName(row: TallyRow): string {
  const namespace = row.key[LINES.namespace] ?? '';
  const place = row.key[LINES.place] ?? '';
  if (place.startsWith(PROGRAM_MARK)) return place.slice(PROGRAM_MARK.length);
  return namespace === '' ? place : `${namespace}/${place}`;
}

/** Shows what a workload or program wrote, of any severity. */
export function writerQuery(row: TallyRow): string {
  const namespace = queryOf({ namespace: row.key[LINES.namespace] ?? '' });
  const place = row.key[LINES.place] ?? '';
  if (!place.startsWith(PROGRAM_MARK)) return `${namespace} ${podsOf('pod', place)}`;
  return `${namespace} ${queryOf({ pod: null, component: place.slice(PROGRAM_MARK.length) })}`;
}

/** The type of what was written. */
export function writtenType(row: TallyRow): LogType {
  const type = row.key[LINES.type] ?? '';
  return isLogType(type) ? type : 'application';
}

/** What to pivot by. */
export function writerSubject(row: TallyRow): Record<string, string> {
  const namespace = row.key[LINES.namespace] ?? '';
  const place = row.key[LINES.place] ?? '';
  if (place.startsWith(PROGRAM_MARK)) return { component: place.slice(PROGRAM_MARK.length) };
  return { ...(namespace === '' ? {} : { namespace }), workload: place };
}

function lower(value: ColumnValue): string {
  return String(value).toLowerCase();
}
