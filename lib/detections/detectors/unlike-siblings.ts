import type { Detector } from '../detector';
import { DAY, type ExampleEvent, HOUR, MINUTE, MONDAY } from '../example-events';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { secondsBefore } from '../first-seen';
import type { History } from '../history';
import { queryOf } from '../query-of';
import { type Distance, modifiedZ, spreadOfCounts } from '../statistics/modified-z';
import { FLOWS_OF_PODS, LINES_OF_PODS, NOTABLE, PODS_BUCKET_SECONDS, REFUSED_VERDICTS } from '../tallies/pods-at-work';
import type { Tally, TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { lengthOf } from '../words';
import { workloadOf } from '../workload-of';

const SIBLINGS_MIN = 4;
/** Above what is called an outlier (3.5), as each hour of each workload is looked at. */
const Z_MIN = 6;
/** A workload must have been alike for so long, and unlike in no more than so many hours of it. */
const ALIKE_SECONDS = 24 * 3600;
const UNLIKE_HOURS_MAX = 2;
/** What siblings are compared by. */
interface Comparison {
  readonly tally: Tally;
  readonly what: string;
  /** Fewer are no finding. */
  readonly min: number;
  /** So many times what the one in the middle has. */
  readonly times: number;
  /** Whether all that a pod had is compared, or what is marked in the tally. */
  readonly all: boolean;
  readonly query: (namespace: string, pod: string) => string;
}

const COMPARISONS: readonly Comparison[] = [
  {
    tally: LINES_OF_PODS,
    what: 'errors',
    min: 20,
    times: 5,
    all: false,
    query: (namespace, pod) => queryOf({ namespace, pod, severity: ['error', 'critical'] }),
  },
  {
    tally: FLOWS_OF_PODS,
    what: 'refused connections',
    min: 20,
    times: 5,
    all: false,
    query: (namespace, pod) => queryOf({ src_namespace: namespace, src_pod: pod, verdict: [...REFUSED_VERDICTS] }),
  },
  {
    tally: FLOWS_OF_PODS,
    what: 'flows',
    min: 1000,
    times: 10,
    all: true,
    query: (namespace, pod) => queryOf({ src_namespace: namespace, src_pod: pod }),
  },
];

export const unlikeSiblings: Detector = {
  name: 'unlike-siblings',
  title: 'One replica unlike the others',
  about: `Of ${SIBLINGS_MIN} or more pods of a workload that were at work in the same hour, one had 5 times as many errors or refused connections (20 at least), or 10 times as many flows (1,000 at least), as the one in the middle: modified z-score ${Z_MIN} or more (Iglewicz and Hoaglin). Workloads whose pods are often unlike, as one of them leads, are left out, and so is their first day.`,
  falsePositives:
    'A pod on a node with a fault, or one that answers a single client. Look at its node and at who asked it.',
  types: ['application', 'network'],
  techniques: ['T1610'],
  tallies: [LINES_OF_PODS, FLOWS_OF_PODS],
  *detect(history) {
    for (const comparison of COMPARISONS)
      for (const pods of workloadsOf(history.tallied(comparison.tally).rows)) yield* compare(comparison, pods, history);
  },
  examples: [
    {
      says: 'one of five pods writes two hundred errors in an hour, after a day and a half in which all wrote one or two',
      events: () =>
        together(
          ...[0, 1, 2, 3, 4].map((pod) => lines(pod, 36, HOUR, MONDAY)),
          lines(3, 200, 10_000_000, MONDAY + DAY + 12 * HOUR),
          ...[0, 1, 2, 4].map((pod) => lines(pod, 2, 10 * MINUTE, MONDAY + DAY + 12 * HOUR)),
        ),
      finds: [{ key: ['errors', 'shop', 'web-7d9c5b8f6-hgfd8'], observed: 200, events: 200, expected: 2 }],
    },
    {
      says: 'one of five pods leads and alone meets errors, every hour',
      events: () =>
        together(
          ...[0, 1, 2, 3, 4].map((pod) => lines(pod, 60, HOUR, MONDAY)),
          lines(3, 60 * 40, 1.5 * MINUTE, MONDAY),
        ),
      finds: [],
    },
  ],
};

function lines(pod: number, count: number, every: number, from: number): Generator<ExampleEvent> {
  const fields = { namespace: 'shop', pod: `web-7d9c5b8f6-${['qwrt2', 'bcdf4', 'zxcv5', 'hgfd8', 'hjkl6'][pod]}` };
  return repeated({ type: 'application', severity: 'error', fields }, count, every, from);
}

/** What one pod had: all of its rows, and those that count. */
interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly all: TallyRow[];
  readonly notable: TallyRow[];
}

function workloadsOf(rows: readonly TallyRow[]): Pod[][] {
  const workloads = new Map<string, Map<string, Pod>>();
  for (const row of rows) {
    const [namespace = '', name = '', kind] = row.key;
    const workload = `${namespace}/${workloadOf(name)}`;
    const pods = workloads.get(workload) ?? new Map<string, Pod>();
    workloads.set(workload, pods);
    const pod = pods.get(name) ?? { namespace, name, all: [], notable: [] };
    pods.set(name, pod);
    pod.all.push(row);
    if (kind === NOTABLE) pod.notable.push(row);
  }
  return [...workloads.values()].map((pods) => [...pods.values()]).filter((pods) => pods.length >= SIBLINGS_MIN);
}

/** An hour in which a pod was unlike its siblings. */
interface Unlike {
  readonly pod: Pod;
  readonly hour: number;
  readonly count: number;
  readonly distance: Distance;
  readonly siblings: number;
}

function* compare(comparison: Comparison, pods: readonly Pod[], history: History): Generator<Finding> {
  const hours = [...new Set(pods.flatMap(({ all }) => all.flatMap(({ buckets }) => [...buckets])))].sort(
    (a, b) => a - b,
  );
  const began = hours[0] ?? 0;
  const unlike: Unlike[] = [];
  for (const hour of hours) {
    const found = unlikeIn(pods, hour, comparison);
    const isEarly = (hour - began) * PODS_BUCKET_SECONDS < ALIKE_SECONDS;
    if (found !== null && !isEarly && unlike.length <= UNLIKE_HOURS_MAX && !follows(unlike.at(-1), found))
      yield finding(comparison, found, history);
    if (found !== null) unlike.push(found);
  }
}

/** Whether it is the same finding once more, in the next hours. */
function follows(before: Unlike | undefined, now: Unlike): boolean {
  return before !== undefined && before.pod === now.pod && now.hour - before.hour <= UNLIKE_HOURS_MAX;
}

function unlikeIn(pods: readonly Pod[], hour: number, { min, times, all }: Comparison): Unlike | null {
  const range = { from: hour, to: hour + 1 };
  const alive = pods.filter((pod) => countWithin(pod.all, range) > 0);
  if (alive.length < SIBLINGS_MIN) return null;
  const counts = alive.map((pod) => countWithin(all ? pod.all : pod.notable, range));
  const distances = modifiedZ(counts, spreadOfCounts);
  for (const [place, count] of counts.entries()) {
    const distance = distances[place];
    const pod = alive[place];
    if (distance === undefined || pod === undefined) continue;
    if (count < min || distance.z < Z_MIN || count < times * Math.max(1, distance.median)) continue;
    return { pod, hour, count, distance, siblings: alive.length };
  }
  return null;
}

function finding({ what, tally, query }: Comparison, found: Unlike, history: History): Finding {
  const { pod, hour, count, distance, siblings } = found;
  const [type = 'application'] = tally.types;
  const from = hour * PODS_BUCKET_SECONDS * 1e6;
  const known = secondsBefore(from, history.span(type));
  return {
    key: [what, pod.namespace, pod.name],
    type,
    from,
    to: from + HOUR,
    level: 'medium',
    confidence: 'medium',
    title: `${pod.name} had ${count} ${what}, its siblings ${distance.median}`,
    reason: `${count} ${what} in an hour; the one in the middle of ${siblings} pods of ${workloadOf(pod.name)} had ${distance.median} (modified z ${distance.z.toFixed(1)}, from ${Z_MIN} on it is unlike), after ${lengthOf(known)} in which they were alike.`,
    observed: count,
    expected: distance.median,
    history: known,
    query: query(pod.namespace, pod.name),
    events: count,
    subject: { namespace: pod.namespace, pod: pod.name },
    techniques: [],
  };
}
