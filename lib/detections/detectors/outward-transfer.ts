import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { endAt, endName, endSubject } from '../flow-ends';
import { byEnd } from '../flow-groups';
import { rowsBy } from '../rows-by';
import { median, medianDeviation } from '../statistics/quantiles';
import { OUTSIDE, OUTSIDE_FLOWS, outsideQuery } from '../tallies/outside-flows';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { lengthOf } from '../words';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
const BYTES_MIN = 50e6;
const BYTES_HIGH = 1e9;
const SCORE_MIN = 4;
/** And so many times as much as the workload ever sent in an hour. */
const ABOVE_MOST = 2;
/** Ordinary hours differ by a factor of two, whatever the deviation says (log10). */
const DEVIATION_MIN = 0.3;
/** The median deviation of a normal distribution is so much of its standard deviation. */
const NORMAL = 0.6745;

/** An hour in which a workload sent much to one address. */
interface Transfer {
  readonly row: TallyRow;
  /** Hours since 1970, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  readonly most: number;
  readonly middle: number;
  readonly score: number;
  readonly history: number;
}

export const outwardTransfer: Detector = {
  name: 'outward-transfer',
  title: 'Large transfer to an outside address',
  about: `In an hour a workload exchanged ${BYTES_MIN / 1e6} MB or more with one address on the internet: ${SCORE_MIN} robust standard deviations (of the logarithm) above its hours before, and ${ABOVE_MOST} times the most that it ever did in an hour with everybody outside, or that the address ever got in one. Needs a day of flows before; backups of every night are what is usual.`,
  falsePositives:
    'Where logs tell both directions as one number (Calico, Zeek), a large download looks the same. Look at whose address it is, and at what the workload read in the hour before.',
  types: ['network'],
  techniques: ['T1041', 'T1048'],
  tallies: [OUTSIDE_FLOWS],
  *detect(history) {
    const span = history.span('network');
    if (span === null) return;
    const begin = span.from / 1e6;
    const { rows } = history.tallied(OUTSIDE_FLOWS);
    const byAddress = rowsBy(rows, OUTSIDE.address);
    for (const ofSource of byEnd(rows, OUTSIDE.source).values()) {
      for (const transfer of transfersOf(ofSource, begin)) {
        if (!isUsualOf(byAddress.get(transfer.row.key[OUTSIDE.address] ?? '') ?? [], transfer)) yield finding(transfer);
      }
    }
  },
  examples: [
    {
      says: 'a workload that sends kilobytes sends 400 MB to a new address on the fourth day',
      events: () =>
        together(
          repeated((n) => flow(WEB, { ip: '198.51.100.3' }, 443, { bytes: 40_000 + (n % 7) * 1000 }), 96, HOUR),
          repeated(flow(WEB, { ip: '203.0.113.9' }, 443, { bytes: 10e6 }), 40, MINUTE, MONDAY + 3 * DAY + HOUR),
        ),
      finds: [{ key: ['shop', 'web', '203.0.113.9', '443'], level: 'high', observed: 400e6, events: 40 }],
    },
    {
      says: 'a backup of 4 GB each night, to whichever address the store has that night',
      events: () =>
        repeated(
          (n) => flow(workload(1), { ip: `198.51.100.${n + 1}` }, 443, { bytes: 4e9 + n * 1e8 }),
          7,
          DAY,
          MONDAY + 2 * HOUR,
        ),
      finds: [],
    },
    {
      says: 'a backup each night to the same address, by a job that is another pod each time and that logs know by its address alone',
      events: () =>
        together(
          repeated(flow(WEB, { ip: '198.51.100.3' }, 443, { bytes: 4000 }), 7 * 24, HOUR),
          repeated(
            (n) => flow({ ip: `10.1.7.${n + 1}` }, { ip: '198.51.100.9' }, 443, { bytes: 2e9 }),
            7,
            DAY,
            MONDAY + 2 * HOUR,
          ),
        ),
      finds: [],
    },
    {
      says: 'the same 400 MB in the first hours: there is not enough history',
      events: () => repeated(flow(WEB, { ip: '203.0.113.9' }, 443, { bytes: 10e6 }), 40, MINUTE, MONDAY + HOUR),
      finds: [],
    },
  ],
};

/** One for each address and stretch of hours. `begin`: seconds since 1970. */
function transfersOf(ofSource: readonly TallyRow[], begin: number): Transfer[] {
  const byRow = ofSource.map((row) => ({ row, hours: hoursOf(row) }));
  const candidates = byRow.filter(({ hours }) => [...hours.values()].some((bytes) => bytes >= BYTES_MIN));
  if (candidates.length === 0) return [];
  const all = new Map<number, number>();
  for (const { hours } of byRow) for (const [hour, bytes] of hours) all.set(hour, (all.get(hour) ?? 0) + bytes);
  return candidates.flatMap(({ row, hours }) => {
    const found: Transfer[] = [];
    for (const [hour, bytes] of [...hours].sort(([a], [b]) => a - b)) {
      const last = found.at(-1);
      if (last !== undefined && hour <= last.to && bytes >= BYTES_MIN) {
        found.splice(-1, 1, { ...last, to: hour + 1, bytes: last.bytes + bytes });
        continue;
      }
      const transfer = bytes < BYTES_MIN ? null : transferOf(row, hour, bytes, all, begin);
      if (transfer !== null) found.push(transfer);
    }
    return found;
  });
}

function transferOf(
  row: TallyRow,
  hour: number,
  bytes: number,
  all: ReadonlyMap<number, number>,
  begin: number,
): Transfer | null {
  const history = hour * HOUR_SECONDS - begin;
  if (history < DAY_SECONDS) return null;
  const before = [...all].filter(([other]) => other < hour).map(([, sent]) => sent);
  const most = Math.max(0, ...before);
  if (bytes < most * ABOVE_MOST) return null;
  const logs = Float64Array.from(before, (sent) => Math.log10(sent + 1)).sort();
  const middle = logs.length === 0 ? 0 : median(logs);
  const deviation = logs.length === 0 ? 0 : medianDeviation(logs) / NORMAL;
  const score = (Math.log10(bytes) - middle) / Math.max(deviation, DEVIATION_MIN);
  if (score < SCORE_MIN) return null;
  return { row, from: hour, to: hour + 1, bytes, most, middle: 10 ** middle, score, history: Math.round(history) };
}

/** Whether the address got as much before, from whomever: jobs have other names and addresses each time. */
function isUsualOf(toAddress: readonly TallyRow[], { from, bytes }: Transfer): boolean {
  const all = new Map<number, number>();
  for (const row of toAddress) {
    for (const [hour, sent] of hoursOf(row)) if (hour < from) all.set(hour, (all.get(hour) ?? 0) + sent);
  }
  return Math.max(0, ...all.values()) * ABOVE_MOST > bytes;
}

function hoursOf({ buckets, sums }: TallyRow): ReadonlyMap<number, number> {
  const hours = new Map<number, number>();
  for (const [place, bucket] of buckets.entries()) {
    const hour = Math.floor(bucket / HOUR_SECONDS);
    hours.set(hour, (hours.get(hour) ?? 0) + (sums[place] ?? 0));
  }
  return hours;
}

function finding({ row, from, to, bytes, most, middle, score, history }: Transfer): Finding {
  const source = endAt(row, OUTSIDE.source);
  const address = row.key[OUTSIDE.address] ?? '';
  const port = row.key[OUTSIDE.port] ?? '';
  const isNew = row.first >= from * HOUR;
  return {
    key: row.key,
    type: 'network',
    from: from * HOUR_SECONDS * SECOND,
    to: to * HOUR_SECONDS * SECOND,
    level: isNew || bytes >= BYTES_HIGH ? 'high' : 'medium',
    confidence: isNew && score >= 2 * SCORE_MIN ? 'high' : 'medium',
    title: `${endName(source)} exchanged ${bytesText(bytes)} with ${address}:${port}`,
    reason: `${bytesText(bytes)} in ${lengthOf((to - from) * HOUR_SECONDS)}; in an hour usual with all outside addresses is ${bytesText(middle)}, the most ${bytesText(most)}, over ${lengthOf(history)}. The address ${isNew ? 'was never contacted before' : 'is known'}.`,
    observed: bytes,
    unit: 'bytes',
    expected: Math.round(middle),
    history,
    query: outsideQuery(row),
    events: countWithin([row], { from: from * HOUR_SECONDS, to: to * HOUR_SECONDS }),
    subject: { ...endSubject('src', source), dst_ip: address, dst_port: port },
    techniques: ['T1041', 'T1048'],
  };
}

function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${Number((bytes / 1000 ** power).toFixed(1))} ${units[power]}`;
}
