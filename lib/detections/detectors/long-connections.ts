import type { FindingLevel } from '@/lib/interface';
import { isAddressText } from '../addresses';
import { callersOf } from '../callers';
import type { Detector } from '../detector';
import { DAY, type ExampleEvent, HOUR, MINUTE, MONDAY } from '../example-events';
import { DATABASE, flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { secondsBefore } from '../first-seen';
import { endAt, endName, endSubject } from '../flow-ends';
import { groupPairs, type Held, heldBy, type Pair, pairOf, SINGLE_MIN, TOGETHER_MIN } from '../held-pairs';
import type { TimeSpan } from '../history';
import { confidenceOfNew } from '../levels';
import { HELD, HELD_FLOWS, heldQuery } from '../tallies/held-flows';
import { countWithin } from '../tally-cells';
import { counted, lengthOf } from '../words';

const HIGH_FROM = 8 * 3600;
/** So many callers of one network make it infrastructure. */
const CALLERS_MAX = 3;

export const longConnections: Detector = {
  name: 'long-connections',
  title: 'A connection to an outside address is held open for hours',
  about: `A workload held a connection to an address on the internet for ${SINGLE_MIN / 3600} hour or more, or several for ${TOGETHER_MIN / 3600} hours together within a day (RITA's bands), where in two days or more of flows nobody had held one with that network (a /24, of IPv6 a /48) for a quarter as long, nor this workload one with anybody on the same port. Left out are networks with which more than ${CALLERS_MAX} workloads begin to. Needs a log that tells how long flows took (Zeek, flow logs of clouds, Calico); those of less than ten seconds are left out.`,
  falsePositives:
    'A new version that keeps a stream open to a service outside, a large download. Look at whose address it is, at the bytes of both directions, and at what was run in the pod when it began.',
  types: ['network'],
  techniques: ['T1571', 'T1219'],
  tallies: [HELD_FLOWS],
  *detect(history) {
    const span = history.span('network');
    const pairs = history.tallied(HELD_FLOWS).rows.map(pairOf);
    const grouped = groupPairs(pairs);
    const found = new Map<Pair, Held>();
    for (const pair of pairs) {
      const held = heldBy(pair, grouped, span);
      if (held !== null) found.set(pair, held);
    }
    for (const [pair, held] of found) {
      if (beginnersBeside(pair, held, found) <= CALLERS_MAX && !isToldTwice(pair, held, found))
        yield finding(held, span);
    }
  },
  examples: [
    {
      says: 'a workload holds one connection of nine hours to a new address on the fourth day',
      events: () => together(usual(), held('203.0.113.9', 4444, 9 * HOUR, 1)),
      finds: [{ key: ['shop', 'web', '203.0.113.9', '4444'], level: 'high', observed: 9 * 3600, events: 1 }],
    },
    {
      says: 'a flow log cuts a connection of five hours into minutes',
      events: () => together(usual(), held('203.0.113.9', 4444, MINUTE, 300)),
      finds: [{ key: ['shop', 'web', '203.0.113.9', '4444'], level: 'medium', observed: 5 * 3600, events: 300 }],
    },
    {
      says: 'fifty connections of a minute each side by side, for one hour',
      events: () => together(usual(), ...Array.from({ length: 50 }, () => held('203.0.113.9', 4444, MINUTE, 60))),
      finds: [],
    },
    {
      says: 'a workload that always holds a stream to a vendor holds it to another address of the vendor',
      events: () => together(usual(), held('198.51.100.77', 443, 9 * HOUR, 1)),
      finds: [],
    },
    {
      says: 'five workloads begin to hold streams to a new vendor',
      events: () =>
        together(
          usual(),
          ...[1, 2, 3, 4, 5].map((number) =>
            repeated(
              flow(workload(number), { ip: '203.0.113.9' }, 8883, { duration_ms: 9 * 3600e3 }),
              1,
              DAY,
              MONDAY + 3 * DAY,
            ),
          ),
        ),
      finds: [],
    },
    {
      says: 'the same nine hours on the first day: there is not enough history',
      events: () => repeated(flow(WEB, { ip: '203.0.113.9' }, 4444, { duration_ms: 9 * 3600e3 }), 1, DAY),
      finds: [],
    },
  ],
};

/** How many begin to hold connections with the same network within a day. */
function beginnersBeside(pair: Pair, held: Held, found: ReadonlyMap<Pair, Held>): number {
  const beside = [...found].filter(
    ([other, { from }]) => other.network === pair.network && Math.abs(from - held.from) < DAY / HOUR,
  );
  return callersOf(
    beside.map(([{ row }]) => row),
    HELD.source,
  );
}

/** Whether another log tells of the same connections, and by the name of the workload. */
function isToldTwice(pair: Pair, held: Held, found: ReadonlyMap<Pair, Held>): boolean {
  if (!isAddress(pair)) return false;
  return [...found].some(
    ([other, { from, to }]) =>
      !isAddress(other) &&
      other.network === pair.network &&
      other.port === pair.port &&
      from < held.to &&
      to > held.from,
  );
}

function isAddress({ row }: Pair): boolean {
  return isAddressText(endAt(row, HELD.source).name);
}

function finding({ row, from, to, seconds, before }: Held, span: TimeSpan | null): Finding {
  const source = endAt(row, HELD.source);
  const address = row.key[HELD.address] ?? '';
  const port = row.key[HELD.port] ?? '';
  const history = secondsBefore(from * HOUR, span);
  const events = countWithin([row], { from, to });
  return {
    key: row.key,
    type: 'network',
    from: from * HOUR,
    to: to * HOUR,
    level: levelOf(seconds),
    confidence: confidenceOfNew(history),
    title: `${endName(source)} held connections to ${address}:${port} for ${lengthOf(seconds)}`,
    reason: `${counted(events, 'flow')} of ${lengthOf(seconds)} together within a day; the most that anybody held with that network on a day was ${before === 0 ? 'nothing' : `${Math.round(before / 60)} minutes`}, in the ${lengthOf(history)} of flows before.`,
    observed: Math.round(seconds),
    expected: Math.round(before),
    history,
    query: heldQuery(row),
    events,
    subject: { ...endSubject('src', source), dst_ip: address, dst_port: port },
    techniques: ['T1571', 'T1219'],
  };
}

function levelOf(seconds: number): FindingLevel {
  if (seconds >= HIGH_FROM) return 'high';
  return seconds >= TOGETHER_MIN ? 'medium' : 'low';
}

/** Three and a half days in which the workload asks its database, and holds a stream to a vendor. */
function usual(): Iterable<ExampleEvent> {
  return together(
    repeated(flow(WEB, DATABASE, 5432, { duration_ms: 20 }), 84, HOUR),
    repeated(flow(WEB, { ip: '198.51.100.3' }, 443, { duration_ms: 8 * 3600e3 }), 9, 8 * HOUR),
  );
}

function held(ip: string, port: number, length: number, times: number): Iterable<ExampleEvent> {
  return repeated(flow(WEB, { ip }, port, { duration_ms: length / 1000 }), times, length, MONDAY + 3 * DAY);
}
