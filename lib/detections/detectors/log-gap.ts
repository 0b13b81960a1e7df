import type { Detector } from '../detector';
import { type ExampleEvent, MINUTE, MONDAY, SECOND } from '../example-events';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { goesOnDuring, isSteady, type Silence, silencesOf } from '../silences';
import { STREAMS, streamName, streamOf, streamQuery } from '../tallies/streams';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { lengthOf } from '../words';

const DAY_SECONDS = 86_400;
/** What goes on at the end for less than this is an upload whose files were not cut at one time. */
const END_BUCKETS_MIN = 3600 / STREAMS.bucketSeconds;
/** What begins so much later than everything else of its node was kept for less long. */
const LATE_BUCKETS_MIN = (6 * 3600) / STREAMS.bucketSeconds;

export const logGap: Detector = {
  name: 'log-gap',
  title: 'A log that pauses, ends or begins late',
  about:
    'A log that a node writes steadily (by type and format; not those of pods) has no events for more than five times the 99th percentile of its pauses, twice its longest other pause, and a quarter of an hour, though it had some at that time of other days, while other logs of the node go on: in between, or up to the end for more than an hour. Or it begins more than six hours later than the other logs of its node and than the same log of other nodes. If a whole node is silent, nothing is said.',
  falsePositives:
    'Logs that were collected in part, rotated, or sampled. Look at the last events before the gap, at who was on the node, and whether another copy of the log exists.',
  types: ['audit', 'control-plane', 'network', 'node'],
  techniques: ['T1070.002'],
  tallies: [STREAMS],
  *detect(history) {
    const steady = history.tallied(STREAMS).rows.filter(isSteady);
    const end = steady.reduce((last, { buckets }) => Math.max(last, buckets.at(-1) ?? 0), 0);
    for (const row of steady) {
      const beside = companionsOf(row, steady);
      for (const silence of silencesOf(row, end, DAY_SECONDS / STREAMS.bucketSeconds)) {
        if (silence.next === null && silence.silent < END_BUCKETS_MIN) continue;
        if (beside.some((other) => goesOnDuring(other, silence))) yield gap(row, silence);
      }
      const late = beginsLate(row, beside, steady);
      if (late !== null) yield lateBeginning(row, late);
    }
  },
  examples: [
    {
      says: 'the journal of a node has a hole of 45 minutes while its flows go on',
      events: () => together(lines('n1', 0, 10 * 60), lines('n1', 10 * 60 + 45, 4 * 60), flows('n1', 0, 15 * 60)),
      finds: [{ key: ['node', 'n1', 'journald-short', 'pauses'], level: 'medium', events: 10 }],
    },
    {
      says: 'the API server stops to write its audit log, everything else goes on',
      events: () => together(audit(0, 10 * 60), flows('n1', 0, 15 * 60)),
      finds: [{ key: ['audit', '', 'kubernetes-audit', 'ends'], level: 'high', events: 5 }],
    },
    {
      says: 'a node restarts: all of its logs pause',
      events: () =>
        together(
          ...[lines, flows].flatMap((write) => [write('n1', 0, 10 * 60), write('n1', 10 * 60 + 20, 5 * 60)]),
          flows('n2', 0, 15 * 60),
        ),
      finds: [],
    },
    {
      says: 'the journal of one of two nodes begins seven hours late, its flows do not',
      events: () =>
        together(
          lines('n1', 7 * 60, 10 * 60),
          flows('n1', 0, 17 * 60),
          lines('n2', 0, 17 * 60),
          flows('n2', 0, 17 * 60),
        ),
      finds: [{ key: ['node', 'n1', 'journald-short', 'begins'], level: 'low', confidence: 'low' }],
    },
  ],
};

/** Other logs of the same node; of a log that has no node or whose node has no other, all others. */
function companionsOf(row: TallyRow, steady: readonly TallyRow[]): readonly TallyRow[] {
  const others = steady.filter((other) => other !== row);
  const { node } = streamOf(row);
  const near = others.filter((other) => streamOf(other).node === node);
  return near.length === 0 ? others : near;
}

/** How many buckets later than its companions and its siblings it begins; null if it does not. */
function beginsLate(row: TallyRow, beside: readonly TallyRow[], steady: readonly TallyRow[]): number | null {
  const { type, format, node } = streamOf(row);
  const siblings = steady.filter((other) => {
    const stream = streamOf(other);
    return stream.type === type && stream.format === format && stream.node !== node;
  });
  const near = beside.filter((other) => streamOf(other).node === node);
  if (node === '' || siblings.length === 0 || near.length === 0) return null;
  const first = row.buckets[0] ?? 0;
  const late = first - Math.max(...[near, siblings].map(earliest));
  return late >= LATE_BUCKETS_MIN ? late : null;
}

function earliest(rows: readonly TallyRow[]): number {
  return Math.min(...rows.map(({ buckets }) => buckets[0] ?? Number.POSITIVE_INFINITY));
}

function gap(row: TallyRow, { last, next, silent, usual, missed }: Silence): Finding {
  const stream = streamOf(row);
  const length = lengthText(silent);
  const range = { from: last, to: (next ?? last) + 1 };
  const isWorse = stream.type === 'audit';
  return {
    ...base(row, next === null ? 'ends' : 'pauses', range, last),
    level: isWorse ? 'high' : 'medium',
    confidence: usual <= 1 ? 'high' : 'medium',
    title: next === null ? `Nothing more of ${streamName(stream)}` : `Nothing of ${streamName(stream)} for ${length}`,
    reason: `No events for ${length} while other logs go on; in 99 of 100 cases the next came within ${lengthText(usual)}. About ${missed} would have come.`,
    observed: silent * STREAMS.bucketSeconds,
    unit: 'seconds',
    expected: usual * STREAMS.bucketSeconds,
  };
}

function lateBeginning(row: TallyRow, late: number): Finding {
  const first = row.buckets[0] ?? 0;
  const stream = streamOf(row);
  return {
    ...base(row, 'begins', { from: first, to: first + 1 }, first),
    level: 'low',
    confidence: 'low',
    title: `${streamName(stream).replace(/^the/, 'The')} begins ${lengthText(late)} late`,
    reason: `It begins ${lengthText(late)} after other logs of the node and after the same log of other nodes: what came before was rotated away, deleted, or not collected.`,
    observed: late * STREAMS.bucketSeconds,
    unit: 'seconds',
    expected: 0,
  };
}

function base(row: TallyRow, what: string, range: { readonly from: number; readonly to: number }, until: number) {
  const stream = streamOf(row);
  return {
    key: [...row.key, what],
    type: stream.type,
    from: range.from * STREAMS.bucketSeconds * SECOND,
    to: range.to * STREAMS.bucketSeconds * SECOND,
    history: (until - (row.buckets[0] ?? 0)) * STREAMS.bucketSeconds,
    query: streamQuery(stream),
    events: countWithin([row], range),
    subject: { ...(stream.node === '' ? {} : { node: stream.node }), format: stream.format },
    techniques: ['T1070.002'],
  };
}

/** Buckets as a length of time. */
function lengthText(buckets: number): string {
  const seconds = buckets * STREAMS.bucketSeconds;
  return seconds < 2 * 3600 ? `${Math.round(seconds / 60)} minutes` : lengthOf(seconds);
}

function lines(node: string, from: number, minutes: number): Iterable<ExampleEvent> {
  return repeated(
    { type: 'node', fields: { node, format: 'journald-short' } },
    minutes,
    MINUTE,
    MONDAY + from * MINUTE,
  );
}

/** A flow every five minutes. */
function flows(node: string, from: number, minutes: number): Iterable<ExampleEvent> {
  const one = { type: 'network', fields: { node, format: 'hubble' } } as const;
  return repeated(one, minutes / 5, 5 * MINUTE, MONDAY + from * MINUTE);
}

function audit(from: number, minutes: number): Iterable<ExampleEvent> {
  return repeated({ type: 'audit', fields: { format: 'kubernetes-audit' } }, minutes, MINUTE, MONDAY + from * MINUTE);
}
