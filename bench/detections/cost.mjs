import { makeCluster } from '../generate/cluster.mjs';
import { KINDS } from '../generate/kinds.mjs';
import { Random } from '../generate/random.mjs';

const EVENTS = 250_000;
const SEGMENTS = 10;
const AT_ONCE = 8;
const RUNS = 3;
const WEEK_SECONDS = 7 * 86_400;

/**
 * What detectors cost: the CPU time that counting adds to each event while a segment is written, the size of what is counted,
 * and the time to merge so many segments, a week each, and to run all detectors over them.
 * @param {Awaited<ReturnType<typeof import('./detection-code.mjs').loadDetectionCode>>} code
 * @param {{ seed: string, say: (message: string) => void }} options
 */
export function measureCost(code, { seed, say }) {
  const cluster = makeCluster(seed);
  return KINDS.map(({ name, lines }) => {
    say(`${name}: reading ${EVENTS.toLocaleString('en')} events`);
    const random = new Random(`${name} ${seed}`);
    const columns = readSegment(code, lines(cluster, random, EVENTS), placeOf(name, cluster, random));
    const stored = bestOf(RUNS, () =>
      code.TALLIES.map((tally) => code.encodeTallied(code.tallyColumns(columns, tally))),
    );
    const counted = code.TALLIES.map((tally) => code.tallySegment(columns, tally));
    const cells = counted.reduce(
      (sum, { rows }) => sum + rows.reduce((all, { buckets }) => all + buckets.length, 0),
      0,
    );
    const merged = bestOf(1, () => mergedTimes(code, counted));
    const detected = bestOf(1, () => {
      const history = code.knownHistory(merged.value);
      return code.DETECTORS.reduce((found, detector) => found + [...detector.detect(history)].length, 0);
    });
    return {
      kind: name,
      microseconds: (stored.seconds * 1e6) / columns.rows,
      keys: counted.reduce((sum, { rows }) => sum + rows.length, 0),
      cells,
      merge: merged.seconds,
      detect: detected.seconds,
    };
  });
}

/** What was counted of a segment so many times, a week later each, merged a few at a time as the reader does. */
function mergedTimes({ TALLIES, mergeTallied }, counted) {
  const value = new Map();
  value.seconds = 0;
  for (const [place, { name, bucketSeconds }] of TALLIES.entries()) {
    let merged = counted[place];
    for (let number = 1; number < SEGMENTS; number += AT_ONCE) {
      const count = Math.min(AT_ONCE, SEGMENTS - number);
      const parts = Array.from({ length: count }, (_, index) =>
        weeksLater(counted[place], bucketSeconds, number + index),
      );
      const started = process.cpuUsage();
      merged = mergeTallied([merged, ...parts]);
      value.seconds += secondsSince(started);
    }
    value.set(name, merged);
  }
  return value;
}

function weeksLater({ rows, leftOut }, bucketSeconds, weeks) {
  const seconds = weeks * WEEK_SECONDS;
  return {
    leftOut,
    rows: rows.map((row) => ({
      ...row,
      buckets: row.buckets.map((bucket) => bucket + seconds / bucketSeconds),
      first: row.first + seconds * 1e6,
      last: row.last + seconds * 1e6,
    })),
  };
}

/** What the place of a file tells of its events, which a line by itself does not: the type, and of containers the pod. */
function placeOf(kind, cluster, random) {
  if (kind === 'audit') return () => ({ type: 'audit' });
  if (kind !== 'container') return () => ({ type: 'network' });
  return () => {
    const { name, namespace, node } = cluster.pod(random);
    return { type: 'application', pod: name, namespace, node: node.name };
  };
}

function readSegment(
  { Passes, newContext, newEvent, FIELDS, COLUMN, SegmentColumnsBuilder, logTypeCode, severityCode },
  line,
  place,
) {
  const builder = new SegmentColumnsBuilder();
  const passes = new Passes();
  const context = newContext();
  for (let row = 0; row < EVENTS; row += 1) {
    const event = newEvent();
    passes.read(line(row), event, context);
    builder.setTime(row, event.time);
    Object.assign(event, place());
    builder.set(row, COLUMN.type, logTypeCode(event.type));
    if (event.severity !== null) builder.set(row, COLUMN.severity, severityCode(event.severity));
    for (const { name, property } of FIELDS) builder.set(row, COLUMN[name], event[property]);
    builder.setAttributes(row, event.attributes ?? {});
  }
  return builder.finish(EVENTS);
}

function bestOf(runs, work) {
  let best = null;
  for (let run = 0; run < runs; run += 1) {
    const started = process.cpuUsage();
    const value = work();
    const seconds = value.seconds ?? secondsSince(started);
    if (best === null || seconds < best.seconds) best = { value, seconds };
  }
  return best;
}

function secondsSince(started) {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
