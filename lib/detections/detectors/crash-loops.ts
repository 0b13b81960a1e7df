import { attributeColumn } from '@/lib/columns';
import type { LogType } from '@/lib/events';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { LEARNING_SECONDS, nameable, secondsBefore } from '../first-seen';
import type { History, TimeSpan } from '../history';
import { queryOf } from '../query-of';
import { type RecordRun, recordRuns } from '../statistics/records';
import { sumsWithin } from '../statistics/windows';
import type { Tally, TallyRow } from '../tally';
import { countWithin, totalsOf } from '../tally-cells';
import { counted, lengthOf, listed } from '../words';
import { workloadOf } from '../workload-of';

const BUCKET_SECONDS = 600;
/** Buckets of an hour. */
const WINDOW = 6;
/** A kubelet waits ten seconds before the first restart and five minutes from the sixth on: half an hour of it. */
const TIMES_MIN = 6;
const BUCKETS_MIN = 3;
const FACTOR = 3;
const HOLD_OFF = 36;
const KILLED_MIN = 5;

const BACK_OFFS: Tally = {
  name: 'back-offs',
  version: 1,
  types: ['control-plane'],
  where: [{ field: 'reason', test: (reason) => reason === 'BackOff' || reason === 'CrashLoopBackOff' }],
  by: [{ field: 'namespace', optional: true }, { field: 'pod' }, { field: 'reason' }],
  bucketSeconds: BUCKET_SECONDS,
};

const KERNEL_EVENT = 'kernel.event';

const KILLED: Tally = {
  name: 'out-of-memory',
  version: 1,
  types: ['node'],
  where: [{ field: attributeColumn(KERNEL_EVENT), test: (event) => event === 'oom-kill' }],
  by: [{ field: 'node', optional: true }],
  bucketSeconds: BUCKET_SECONDS,
};

export const crashLoops: Detector = {
  name: 'crash-loops',
  title: 'Crash loops and lack of memory',
  about: `The kubelet held back a workload's restarts (BackOff) ${TIMES_MIN} times or more within an hour, over half an hour at least; or the kernel killed ${KILLED_MIN} processes of a node within an hour for lack of memory. ${FACTOR} times as often as ever before: what has been failing all along is not found.`,
  falsePositives: 'A release that does not start, or an image that is not there: a fault, if not an attack.',
  types: ['control-plane', 'node'],
  techniques: ['T1499'],
  tallies: [BACK_OFFS, KILLED],
  *detect(history) {
    for (const rows of groupsBy(history.tallied(BACK_OFFS).rows, workloadKey)) yield* backOffs(rows, history);
    for (const row of history.tallied(KILLED).rows) yield* kills(row, history);
  },
  examples: [
    {
      says: 'two pods of a workload back off for an hour',
      events: () =>
        together(
          repeated(event('Scheduled', 'web-7d9c5b8f6-x2k4z'), 72, HOUR),
          repeated(event('BackOff', 'web-7d9c5b8f6-x2k4z'), 10, 5 * MINUTE, MONDAY + 3 * DAY),
          repeated(event('BackOff', 'web-7d9c5b8f6-bbbbb'), 10, 5 * MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['shop', 'web'], events: 20, observed: 20, level: 'medium' }],
    },
    {
      says: 'the kernel kills twenty processes of a node within ten minutes',
      events: () => repeated(killed, 20, 20e6, MONDAY + 3 * DAY),
      finds: [{ key: ['node-1'], events: 20, type: 'node' }],
    },
    {
      says: 'a workload backs off all week, another one four times while it is rolled out',
      events: () =>
        together(
          repeated(event('BackOff', 'bad-7d9c5b8f6-x2k4z'), 2000, 5 * MINUTE),
          repeated(event('BackOff', 'web-7d9c5b8f6-x2k4z'), 4, MINUTE, MONDAY + 3 * DAY),
          repeated(killed, 3, DAY),
        ),
      finds: [],
    },
  ],
};

function event(reason: string, pod: string): TimelessEvent {
  return { type: 'control-plane', fields: { reason, namespace: 'shop', pod, component: 'kubelet' } };
}

const killed: TimelessEvent = {
  type: 'node',
  severity: 'error',
  fields: { node: 'node-1' },
  attributes: { [KERNEL_EVENT]: 'oom-kill' },
};

function groupsBy(rows: readonly TallyRow[], nameOf: (row: TallyRow) => string): TallyRow[][] {
  const groups = new Map<string, TallyRow[]>();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return [...groups.values()];
}

function workloadKey({ key: [namespace = '', pod = ''] }: TallyRow): string {
  return `${namespace}/${workloadOf(pod)}`;
}

function* backOffs(all: readonly TallyRow[], history: History): Generator<Finding> {
  const rows = nameable(all);
  const [namespace = '', pod = ''] = rows[0]?.key ?? [];
  for (const run of runsOf(rows, TIMES_MIN, history.span('control-plane'))) {
    const totals = [...totalsOf(rows)].filter(([bucket]) => bucket >= run.from && bucket < run.to);
    if (totals.length < BUCKETS_MIN) continue;
    const within = rows.filter((row) => countWithin([row], run) > 0);
    const pods = [...new Set(within.map(({ key }) => key[1] ?? ''))];
    const place = `${namespace === '' ? '' : `${namespace}/`}${workloadOf(pod)}`;
    yield {
      ...finding('control-plane', run, rows, history),
      key: [namespace, workloadOf(pod)],
      title: `${place} does not stay up`,
      reason: `Restarts of ${listed(pods, 2)} were held back ${run.peak} times within an hour; ${before(run, history.span('control-plane'))}.`,
      query: queryOf({ namespace, pod: pods, reason: [...new Set(within.map(({ key }) => key[2] ?? ''))] }),
      subject: { ...(namespace === '' ? {} : { namespace }), workload: workloadOf(pod) },
    };
  }
}

function* kills(row: TallyRow, history: History): Generator<Finding> {
  const [node = ''] = row.key;
  for (const run of runsOf([row], KILLED_MIN, history.span('node'))) {
    yield {
      ...finding('node', run, [row], history),
      key: [node],
      title: `${node || 'A node'} is out of memory: ${counted(countWithin([row], run), 'process')} killed`,
      reason: `The kernel killed ${run.peak} processes within an hour; ${before(run, history.span('node'))}.`,
      query: queryOf({ node, [KERNEL_EVENT]: 'oom-kill' }),
      subject: node === '' ? {} : { node },
    };
  }
}

function runsOf(rows: readonly TallyRow[], min: number, span: TimeSpan | null): RecordRun[] {
  const learnedFrom = ((span?.from ?? 0) / 1e6 + LEARNING_SECONDS) / BUCKET_SECONDS;
  const rules = { min, factor: FACTOR, gap: HOLD_OFF, learnedFrom };
  return recordRuns(sumsWithin([...totalsOf(rows)], WINDOW), rules).map((run) => {
    const buckets = rows.flatMap((row) => [...row.buckets]).filter((bucket) => bucket > run.from - WINDOW);
    return { ...run, from: Math.min(run.from, ...buckets) };
  });
}

function before({ usual, from }: RecordRun, span: TimeSpan | null): string {
  return `at most ${usual} before, in ${lengthOf(secondsBefore(from * BUCKET_SECONDS * 1e6, span))} of logs`;
}

function finding(type: LogType, run: RecordRun, rows: readonly TallyRow[], history: History) {
  const from = run.from * BUCKET_SECONDS * 1e6;
  const known = secondsBefore(from, history.span(type));
  return {
    type,
    from,
    to: run.to * BUCKET_SECONDS * 1e6,
    level: 'medium',
    confidence: known >= LEARNING_SECONDS ? 'high' : 'low',
    observed: run.peak,
    expected: run.usual,
    history: known,
    events: countWithin(rows, run),
    techniques: ['T1499'],
  } satisfies Partial<Finding>;
}
