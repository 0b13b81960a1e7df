import type { Confidence } from '@/lib/interface';
import { isAddressText } from '../addresses';
import { callersOf } from '../callers';
import { contactsOf, contactsWithin } from '../contacts';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { anyTimes, at, flow, later, usualCalls, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { endAt, endKey, endName, endSubject } from '../flow-ends';
import type { TimeSpan } from '../history';
import { rowsBy } from '../rows-by';
import { type BeaconScore, beaconScore } from '../statistics/beacon-score';
import { OUTSIDE, OUTSIDE_FLOWS, outsideQuery } from '../tallies/outside-flows';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { lengthOf } from '../words';

const DAY_SECONDS = 86_400;
/** RITA looks at a day; what is younger than that is looked at over its own life, if it is this old. */
const LIFE_SECONDS_MIN = 2 * 3600;
const CONTACTS_MIN = 24;
/** RITA's high band. */
const SCORE_MIN = 0.9;
/** At random times the intervals score about 0.5, with a jitter of a fifth 0.95. */
const INTERVALS_MIN = 0.8;
/** What began in the first day of two or more is how things are. */
const LEARNING_SECONDS = 2 * DAY_SECONDS;
/** So many callers of one address make it infrastructure. */
const CALLERS_MAX = 3;
const CALLERS_SHARE_MAX = 0.5;
/** Clocks are set at regular intervals, by servers that change. */
const TIME_PORT = '123';
const SAME_PERIOD = 0.2;

const CALL = flow(WEB, { ip: '203.0.113.9' }, 443, { bytes: 800 });

/** Somebody and whom it calls, with how regularly. */
interface Caller {
  readonly row: TallyRow;
  readonly from: number;
  readonly to: number;
  readonly contacts: number;
  readonly beacon: BeaconScore;
}

export const beaconing: Detector = {
  name: 'beaconing',
  title: 'Regular calls to an outside address',
  about: `A workload calls an address on the internet like clockwork: RITA's beacon score (version 5) of its intervals, bytes, hours and duration is ${SCORE_MIN} or more over a day, or over its own life of two hours or more, with ${CONTACTS_MIN} calls or more. Left out are addresses that more than ${CALLERS_MAX} workloads call, what began in the first day of a history of two days or more, clocks (port ${TIME_PORT}), and a rhythm that the workload has kept with another address before.`,
  falsePositives:
    'A new agent or exporter that reports to its vendor. Look at who runs the address, at the names that the workload asked for just before, and at which process calls.',
  types: ['network'],
  techniques: ['T1071'],
  tallies: [OUTSIDE_FLOWS],
  *detect(history) {
    const { rows } = history.tallied(OUTSIDE_FLOWS);
    const span = history.span('network');
    if (span === null) return;
    const everybody = new Set(rows.map((row) => endKey(endAt(row, OUTSIDE.source)))).size;
    for (const toOne of rowsBy(rows, OUTSIDE.address).values()) {
      const callers = callersOf(toOne, OUTSIDE.source);
      if (callers > CALLERS_MAX || (everybody > CALLERS_MAX && callers / everybody > CALLERS_SHARE_MAX)) continue;
      const regular = toOne
        .map((row) => (isEstablished(row, span) ? null : callerOf(row)))
        .filter((one) => one !== null);
      for (const caller of regular) {
        if (!isToldTwice(caller, regular) && !hadTheRhythm(caller, rows)) yield finding(caller, callers, span);
      }
    }
  },
  examples: [
    {
      says: 'a workload begins to call an address each minute, give or take two seconds, after three days without',
      events: () =>
        together(
          usualCalls(MONDAY, 80),
          later(repeated(CALL, 600, MINUTE, MONDAY + 3 * DAY), (n) => ((n * 7) % 5) * SECOND),
        ),
      finds: [
        {
          key: ['shop', 'web', '203.0.113.9', '443'],
          level: 'high',
          confidence: 'medium',
          events: 600,
          title: 'shop/web calls 203.0.113.9:443 every 62 s',
        },
      ],
    },
    {
      says: 'a second log tells the same calls by the address of the pod',
      events: () =>
        together(
          usualCalls(MONDAY, 80),
          repeated(CALL, 600, MINUTE, MONDAY + 3 * DAY),
          repeated(flow({ ip: WEB.ip }, { ip: '203.0.113.9' }, 443, { bytes: 800 }), 600, MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['shop', 'web', '203.0.113.9', '443'], level: 'high', events: 600 }],
    },
    {
      says: 'the same address is called each minute all week: that is how things are',
      events: () => repeated(CALL, 7 * 1440, MINUTE),
      finds: [],
    },
    {
      says: 'a new address is called at any time',
      events: () => together(usualCalls(MONDAY, 80), at(CALL, anyTimes(600, MONDAY + 3 * DAY, 10 * HOUR))),
      finds: [],
    },
    {
      says: 'a vendor changes its address, the rhythm stays',
      events: () =>
        together(
          repeated(flow(WEB, { ip: '198.51.100.3' }, 443), 3 * 1440, MINUTE),
          repeated(CALL, 1440, MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
    {
      says: 'ten workloads report to one new address each minute',
      events: () =>
        together(
          usualCalls(MONDAY, 80),
          ...Array.from({ length: 10 }, (_none, n) =>
            repeated(flow(workload(n), { ip: '203.0.113.9' }, 443), 600, MINUTE, MONDAY + 3 * DAY),
          ),
        ),
      finds: [],
    },
  ],
};

/** Whether another log tells of the same calls, and by the name of the workload. */
function isToldTwice({ row, from, to, beacon }: Caller, others: readonly Caller[]): boolean {
  if (!isAddressText(endAt(row, OUTSIDE.source).name)) return false;
  return others.some(
    (other) =>
      !isAddressText(endAt(other.row, OUTSIDE.source).name) &&
      other.row.key[OUTSIDE.port] === row.key[OUTSIDE.port] &&
      other.from < to &&
      other.to > from &&
      Math.abs(other.beacon.period - beacon.period) <= SAME_PERIOD * beacon.period,
  );
}

/** Whether it began so early that nothing says that it is new. */
function isEstablished(row: TallyRow, span: TimeSpan): boolean {
  const isLong = span.to - span.from >= LEARNING_SECONDS * 1e6;
  return isLong && row.first < span.from + DAY_SECONDS * 1e6;
}

/** From the first to the last day in which it is regular, with the score of the first; null where it never is. */
function callerOf(row: TallyRow): Caller | null {
  if (row.key[OUTSIDE.port] === TIME_PORT || row.buckets.length < CONTACTS_MIN) return null;
  const all = contactsOf(row);
  const first = all.seconds[0] ?? 0;
  const last = all.seconds.at(-1) ?? 0;
  let found: Caller | null = null;
  for (let from = first; from === first || from + LIFE_SECONDS_MIN < last; from += DAY_SECONDS / 2) {
    const to = Math.min(from + DAY_SECONDS, last + 1);
    const { seconds, sizes } = contactsWithin(all, from, to);
    if (seconds.length < CONTACTS_MIN || to - from < LIFE_SECONDS_MIN) continue;
    const beacon = beaconScore(seconds, sizes, { from, to });
    if (beacon === null || beacon.score < SCORE_MIN || beacon.intervals < INTERVALS_MIN) continue;
    const begin: number = found === null ? from : found.from;
    const contacts = contactsWithin(all, begin, to).seconds.length;
    found = { row, from: begin, to, contacts, beacon: found === null ? beacon : found.beacon };
  }
  return found;
}

/** Whether the same workload called another address on the same port in the same rhythm before. */
function hadTheRhythm({ row, from, beacon }: Caller, rows: readonly TallyRow[]): boolean {
  const source = endKey(endAt(row, OUTSIDE.source));
  return rows.some((other) => {
    if (other === row || other.key[OUTSIDE.port] !== row.key[OUTSIDE.port]) return false;
    if (endKey(endAt(other, OUTSIDE.source)) !== source || other.first >= from * 1e6) return false;
    const seconds = contactsOf(other).seconds.filter((second) => second < from);
    const before = beaconScore(seconds, [], { from: seconds[0] ?? 0, to: (seconds.at(-1) ?? 0) + 1 });
    if (before === null || before.intervals < INTERVALS_MIN) return false;
    return Math.abs(before.period - beacon.period) <= SAME_PERIOD * beacon.period;
  });
}

function finding({ row, from, to, contacts, beacon }: Caller, callers: number, span: TimeSpan): Finding {
  const source = endAt(row, OUTSIDE.source);
  const address = row.key[OUTSIDE.address] ?? '';
  const port = row.key[OUTSIDE.port] ?? '';
  const history = Math.max(0, Math.round(from - span.from / 1e6));
  const isNew = history >= DAY_SECONDS;
  const known = isNew
    ? `It was never called in the ${lengthOf(history)} before`
    : 'There is not enough history to say whether it is new';
  return {
    key: row.key,
    type: 'network',
    from: from * SECOND,
    to: to * SECOND,
    level: isNew && callers === 1 ? 'high' : 'medium',
    confidence: confidenceOf(to - from, isNew),
    title: `${endName(source)} calls ${address}:${port} every ${periodOf(beacon.period)}`,
    reason: `${contacts} calls in ${lengthOf(to - from)}, the middle interval ${periodOf(beacon.period)}; beacon score ${beacon.score.toFixed(2)} (intervals ${beacon.intervals.toFixed(2)}, ${beacon.sizes === null ? 'no bytes told' : `bytes ${beacon.sizes.toFixed(2)}`}, hours ${beacon.hours.toFixed(2)}, duration ${beacon.duration.toFixed(2)}), from ${SCORE_MIN} on it is a beacon. ${known}; ${callers === 1 ? 'nobody else calls it' : `${callers} workloads call it`}.`,
    observed: beacon.period,
    unit: 'seconds',
    expected: null,
    history,
    query: outsideQuery(row),
    events: countWithin([row], { from, to }),
    subject: { ...endSubject('src', source), dst_ip: address, dst_port: port },
    techniques: ['T1071'],
  };
}

function confidenceOf(seconds: number, isNew: boolean): Confidence {
  if (!isNew) return 'low';
  return seconds >= DAY_SECONDS / 2 ? 'high' : 'medium';
}

function periodOf(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Number((seconds / 60).toFixed(1))} min`;
}
