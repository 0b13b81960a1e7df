import type { LogType } from '@/lib/events';
import type { Detector } from '../detector';
import { DAY, type ExampleEvent, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { spanSeconds } from '../history-length';
import { seriesOf } from '../series';
import { type Spike, spikesOf } from '../statistics/spikes';
import {
  ERROR_LINES,
  LINES,
  WORKLOAD_LINES,
  writerName,
  writerQuery,
  writerSubject,
  writtenType,
} from '../tallies/workload-lines';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { counted } from '../words';
import { confidenceOf, usualOf } from '../words-of-spikes';

const ERRORS_MIN = 20;
const ERRORS_HIGH = 500;
const PER_DAY = 86_400 / WORKLOAD_LINES.bucketSeconds;

export const errorSpike: Detector = {
  name: 'error-spike',
  title: 'Many more errors than usual',
  about: `A workload, or a program on the nodes, wrote ${ERRORS_MIN} or more errors in five minutes, four robust standard deviations above the same time of at least three earlier days (else above the day before), twice as many as it ever had at this time, and more than nearly ever in a week. An episode lasts until the errors have come back to what is usual.`,
  falsePositives:
    'Faults: a dependency that is down, a broken version. Look at what the errors say, and at the requests in the minutes before.',
  types: ['application', 'control-plane', 'node'],
  techniques: ['T1499'],
  tallies: [WORKLOAD_LINES],
  *detect(history) {
    for (const row of history.tallied(WORKLOAD_LINES).rows) {
      if (row.key[LINES.severity] !== ERROR_LINES || Math.max(...row.counts) < ERRORS_MIN) continue;
      const type = writtenType(row);
      const span = history.span(type);
      if (span === null) continue;
      const { first, counts } = seriesOf([row], span, WORKLOAD_LINES.bucketSeconds);
      for (const spike of spikesOf(counts, { perDay: PER_DAY, least: ERRORS_MIN }))
        yield finding(row, spike, first, type, spanSeconds(history, type));
    }
  },
  examples: [
    {
      says: 'a web server with two errors an hour has 400 within ten minutes',
      events: () => together(errors(2 * 96, HOUR / 2), errors(400, 1.5 * SECOND, MONDAY + 3 * DAY + 10 * HOUR)),
      finds: [{ level: 'low', confidence: 'medium', events: 401, title: 'shop/web wrote 401 errors' }],
    },
    {
      says: 'the same nightly job fails each night',
      events: () => together(...[0, 1, 2, 3, 4, 5, 6].map((day) => errors(60, SECOND, MONDAY + day * DAY + 10 * HOUR))),
      finds: [],
    },
    {
      says: 'errors come all day, now fewer and now more',
      events: () => errors(7 * 1440, MINUTE),
      finds: [],
    },
  ],
};

function finding(row: TallyRow, spike: Spike, first: number, type: LogType, history: number): Finding {
  const range = { from: first + spike.from, to: first + spike.to };
  const events = countWithin([row], range);
  return {
    key: row.key,
    type,
    from: range.from * WORKLOAD_LINES.bucketSeconds * SECOND,
    to: range.to * WORKLOAD_LINES.bucketSeconds * SECOND,
    level: events >= ERRORS_HIGH ? 'medium' : 'low',
    confidence: confidenceOf(spike),
    title: `${writerName(row)} wrote ${counted(events, 'error')}`,
    reason: `${counted(spike.peak, 'error')} in five minutes; ${usualOf(spike)}.`,
    observed: spike.peak,
    expected: spike.expected,
    history,
    query: `${writerQuery(row)} severity>=error`,
    events,
    subject: writerSubject(row),
    techniques: ['T1499'],
  };
}

function errors(times: number, every: number, from = MONDAY): Iterable<ExampleEvent> {
  return repeated(
    { type: 'application', severity: 'error', fields: { namespace: 'shop', pod: 'web-7d9c5b8f6-x2k4z' } },
    times,
    every,
    from,
  );
}
