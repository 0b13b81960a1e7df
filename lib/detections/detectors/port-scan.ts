import type { Detector } from '../detector';
import { MINUTE, MONDAY, SECOND } from '../example-events';
import { DATABASE, flow, WEB } from '../example-flows';
import { repeated, together } from '../example-routine';
import { type FanOut, fanOuts } from '../fan-out';
import type { Finding } from '../finding';
import { endAt, endClause, endKey, endName, endSubject, type FlowEnd } from '../flow-ends';
import { anyDestination, byEnd, deniedShare, overlapping, rangeOf } from '../flow-groups';
import { spanSeconds } from '../history-length';
import { mergedBy } from '../merged-by';
import { TO_A_SERVICE_CLAUSE } from '../tallies/client-flows';
import { INSIDE, INSIDE_FLOWS } from '../tallies/inside-flows';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { counted, listed } from '../words';

const PORTS_MIN = 20;
const FACTOR = 5;
/** So many ports, or so many of the flows denied, are nothing that a program does by itself. */
const PORTS_HIGH = 100;
const DENIED_HIGH = 0.5;
/** Of answers, nearly each belongs to a question. */
const ANSWERED_SHARE = 0.8;
const BUCKETS_PER_HOUR = 3600 / INSIDE_FLOWS.bucketSeconds;
/** A query that names more of them would be unreadable. */
const DESTINATIONS_MAX = 20;

interface Scan extends FanOut {
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
  readonly rows: readonly TallyRow[];
}

export const portScan: Detector = {
  name: 'port-scan',
  title: 'Ports of a host tried one by one',
  about: `Somebody within the cluster opened connections to ${PORTS_MIN} or more different ports (below 32768) of one workload or address within an hour, and ${FACTOR} times as many as in nearly all hours before. Half of them denied, or ${PORTS_HIGH} ports, make it worse. Answers to a client that logs tell as flows of their own are left out.`,
  falsePositives:
    'Vulnerability scanners of your own: mark them as benign once. Look at what the source did next to the ports that answered.',
  types: ['network'],
  techniques: ['T1046'],
  tallies: [INSIDE_FLOWS],
  *detect(history) {
    const { rows } = history.tallied(INSIDE_FLOWS);
    const bySource = byEnd(rows, INSIDE.source);
    const seconds = spanSeconds(history, 'network');
    for (const ofSource of bySource.values()) {
      const scans = scansOf(ofSource).filter((scan) => !areAnswers(scan, bySource));
      for (const group of overlapping(scans, BUCKETS_PER_HOUR)) {
        const source = group[0]?.source;
        if (source !== undefined) yield finding(group, source, seconds);
      }
    }
  },
  examples: [
    {
      says: 'a workload tries 81 ports of another in two minutes, most are refused',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 24, 60 * MINUTE),
          repeated(
            (n) => flow(WEB, DATABASE, n + 1, { verdict: n % 9 === 0 ? 'forwarded' : 'dropped' }),
            81,
            SECOND,
            MONDAY + 24 * 60 * MINUTE,
          ),
        ),
      finds: [
        {
          key: ['shop', 'web'],
          level: 'high',
          observed: 81,
          events: 81,
          title: 'shop/web tried 81 ports of shop/db',
        },
      ],
    },
    {
      says: 'a client asks four ports all day',
      events: () => repeated((n) => flow(WEB, DATABASE, [5432, 6432, 9187, 8080][n % 4] ?? 80), 2000, MINUTE),
      finds: [],
    },
    {
      says: 'a server answers on the ports that its clients have, as flow logs of clouds tell it',
      events: () =>
        together(
          repeated((n) => flow(WEB, DATABASE, 5432, { src_port: 20_000 + n }), 60, SECOND),
          repeated((n) => flow(DATABASE, WEB, 20_000 + n, { src_port: 15_432 }), 60, SECOND),
        ),
      finds: [],
    },
  ],
};

function scansOf(ofSource: readonly TallyRow[]): Scan[] {
  return [...byEnd(ofSource, INSIDE.destination).values()].flatMap((rows) => {
    const first = rows[0];
    if (first === undefined || rows.length < PORTS_MIN) return [];
    const ports = mergedBy(rows, (key) => key[INSIDE.port] ?? '');
    const source = endAt(first, INSIDE.source);
    const destination = endAt(first, INSIDE.destination);
    const rules = { bucketSeconds: INSIDE_FLOWS.bucketSeconds, least: PORTS_MIN, factor: FACTOR };
    return fanOuts(ports, rules).map((fan) => ({ ...fan, source, destination, rows }));
  });
}

/** Whether the other side asked nearly as often: then these are answers to the many ports of a client. */
function areAnswers({ from, to, source, destination, rows }: Scan, bySource: ReadonlyMap<string, TallyRow[]>): boolean {
  const asked = (bySource.get(endKey(destination)) ?? []).filter(
    (row) => endKey(endAt(row, INSIDE.destination)) === endKey(source),
  );
  return countWithin(asked, { from, to }) >= ANSWERED_SHARE * countWithin(rows, { from, to });
}

function finding(scans: readonly Scan[], source: FlowEnd, history: number): Finding {
  const worst = [...scans].sort((a, b) => b.distinct - a.distinct).slice(0, DESTINATIONS_MAX);
  const rows = worst.flatMap((scan) => scan.rows);
  const range = rangeOf(worst);
  const targets = worst.map(({ destination }) => destination);
  const most = worst[0]?.distinct ?? 0;
  const usual = Math.max(0, ...worst.map((scan) => scan.usual ?? 0));
  const denied = deniedShare(rows, range);
  const isWorse = denied >= DENIED_HIGH || most >= PORTS_HIGH;
  const whom = listed(targets.map(endName), 3);
  return {
    key: [source.namespace, source.name],
    type: 'network',
    from: range.from * INSIDE_FLOWS.bucketSeconds * SECOND,
    to: range.to * INSIDE_FLOWS.bucketSeconds * SECOND,
    level: isWorse ? 'high' : 'medium',
    confidence: isWorse ? 'high' : 'medium',
    title: `${endName(source)} tried ${counted(most, 'port')} of ${whom}`,
    reason: `Within an hour ${counted(most, 'different port')} of one host, ${Math.round(denied * 100)} % of the flows denied; usual in an hour ${worst.some((scan) => scan.usual !== null) ? `at most ${Math.round(usual)}` : 'is nothing, as they did not speak before'}. From ${PORTS_MIN} on it is a scan.`,
    observed: most,
    expected: Math.round(usual),
    history,
    query: `${endClause('src', source)} ${anyDestination(targets)} ${TO_A_SERVICE_CLAUSE}`,
    events: countWithin(rows, range),
    subject: { ...endSubject('src', source), ...(targets[0] === undefined ? {} : endSubject('dst', targets[0])) },
    techniques: ['T1046'],
  };
}
