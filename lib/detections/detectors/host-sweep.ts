import { INSIDE_BLOCKS } from '../addresses';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import { type FanOut, fanOuts } from '../fan-out';
import type { Finding } from '../finding';
import { endAt, endClause, endKey, endName, endSubject, type FlowEnd } from '../flow-ends';
import { byEnd, deniedShare, overlapping, rangeOf } from '../flow-groups';
import type { History } from '../history';
import { spanSeconds } from '../history-length';
import { mergedBy } from '../merged-by';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import { FROM_A_CLIENT_CLAUSE } from '../tallies/client-flows';
import { INSIDE, INSIDE_FLOWS } from '../tallies/inside-flows';
import { OUTSIDE, OUTSIDE_FLOWS } from '../tallies/outside-flows';
import type { Tally, TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { listed } from '../words';

const HOSTS_MIN = 20;
/** Of ports through which machines and stores are taken over, fewer are enough. */
const HOSTS_OF_ADMIN_MIN = 10;
const HOSTS_OUTSIDE_MIN = 30;
const FACTOR = 5;
const DENIED_HIGH = 0.5;
/** SSH, Telnet, SMB, RDP, VNC, Docker, etcd, kubelet, Redis, databases, Elasticsearch, Memcached. */
const ADMIN_PORTS: ReadonlySet<string> = new Set(
  [22, 23, 445, 3389, 5900, 2375, 2376, 2379, 2380, 10_250, 10_255, 6379, 5432, 3306, 1433, 27_017, 9200, 11_211].map(
    String,
  ),
);

/** Where to look for sweeps, and how to say what was found. */
interface Direction {
  readonly tally: Tally;
  readonly source: number;
  readonly port: number;
  readonly hostOf: (row: TallyRow) => string;
  readonly least: (port: string) => number;
  readonly where: string;
  readonly whereClause: string;
  readonly deniedShare: (rows: readonly TallyRow[], range: Pick<FanOut, 'from' | 'to'>) => number;
}

const WITHIN: Direction = {
  tally: INSIDE_FLOWS,
  ...INSIDE,
  hostOf: (row) => endKey(endAt(row, INSIDE.destination)),
  least: (port) => (ADMIN_PORTS.has(port) ? HOSTS_OF_ADMIN_MIN : HOSTS_MIN),
  where: 'within the cluster',
  whereClause: `(dst_pod:* or dst_ip:${INSIDE_BLOCKS})`,
  deniedShare,
};

const OUTWARD: Direction = {
  tally: OUTSIDE_FLOWS,
  ...OUTSIDE,
  hostOf: (row) => row.key[OUTSIDE.address] ?? '',
  least: (port) => (ADMIN_PORTS.has(port) ? HOSTS_OUTSIDE_MIN : Number.POSITIVE_INFINITY),
  where: 'on the internet',
  whereClause: `-dst_ip:${INSIDE_BLOCKS}`,
  deniedShare: () => 0,
};

interface Sweep extends FanOut {
  readonly source: FlowEnd;
  readonly port: string;
  readonly rows: readonly TallyRow[];
}

export const hostSweep: Detector = {
  name: 'host-sweep',
  title: 'Many hosts tried on one port',
  about: `Somebody within the cluster opened connections on one port to ${HOSTS_MIN} or more workloads and addresses within an hour (${HOSTS_OF_ADMIN_MIN} on ports of administration and databases; ${HOSTS_OUTSIDE_MIN} addresses on the internet on these), and ${FACTOR} times as many as in nearly all hours before. What monitors everything does so all day, and is usual.`,
  falsePositives:
    'A monitoring or backup program in its first hour, or an inventory that runs once in a while. Look at whether the hosts answered, and at what the source asked of those that did.',
  types: ['network'],
  techniques: ['T1046'],
  tallies: [INSIDE_FLOWS, OUTSIDE_FLOWS],
  *detect(history) {
    yield* findingsOf(history, WITHIN);
    yield* findingsOf(history, OUTWARD);
  },
  examples: [
    {
      says: 'a workload that asks two others tries SSH on 254 addresses',
      events: () =>
        together(
          repeated((n) => flow(WEB, workload(n % 2), 8080), 1000, MINUTE),
          repeated(
            (n) => flow(WEB, { ip: `10.1.9.${n + 1}` }, 22, { verdict: 'dropped' }),
            254,
            SECOND,
            MONDAY + 20 * HOUR,
          ),
        ),
      finds: [
        {
          key: ['shop', 'web', 'within the cluster'],
          level: 'high',
          observed: 254,
          events: 254,
          title: 'shop/web tried 254 hosts within the cluster on port 22',
        },
      ],
    },
    {
      says: 'a monitor asks sixty workloads each minute all day',
      events: () => repeated((n) => flow(WEB, workload(n % 60), 9100), 3 * 1440, 20 * SECOND),
      finds: [],
    },
    {
      says: 'a workload tries Redis on forty addresses of the internet on its fourth day',
      events: () =>
        together(
          repeated(flow(WEB, { ip: '198.51.100.3' }, 443), 80, HOUR),
          repeated((n) => flow(WEB, { ip: `203.0.113.${n + 1}` }, 6379), 40, SECOND, MONDAY + 3 * DAY),
        ),
      finds: [
        { level: 'high', observed: 40, events: 40, title: 'shop/web tried 40 hosts on the internet on port 6379' },
      ],
    },
  ],
};

function* findingsOf(history: History, direction: Direction): Generator<Finding> {
  const seconds = spanSeconds(history, 'network');
  const { rows } = history.tallied(direction.tally);
  const perHour = 3600 / direction.tally.bucketSeconds;
  for (const ofSource of byEnd(rows, direction.source).values()) {
    const sweeps = [...rowsBy(ofSource, direction.port)].flatMap(([port, some]) => sweepsOf(port, some, direction));
    for (const group of overlapping(sweeps, perHour)) {
      const source = group[0]?.source;
      if (source !== undefined) yield finding(group, source, direction, seconds);
    }
  }
}

function sweepsOf(port: string, rows: readonly TallyRow[], direction: Direction): Sweep[] {
  const first = rows[0];
  const least = direction.least(port);
  if (first === undefined || rows.length < least) return [];
  const source = endAt(first, direction.source);
  const hosts = mergedRows(rows, direction);
  const rules = { bucketSeconds: direction.tally.bucketSeconds, least, factor: FACTOR };
  return fanOuts(hosts, rules).map((fan) => ({ ...fan, source, port, rows }));
}

function mergedRows(rows: readonly TallyRow[], { hostOf }: Direction): TallyRow[] {
  const names = new Map(rows.map((row) => [row.key, hostOf(row)]));
  return mergedBy(rows, (key) => names.get(key) ?? '');
}

function finding(sweeps: readonly Sweep[], source: FlowEnd, direction: Direction, history: number): Finding {
  const { bucketSeconds } = direction.tally;
  const rows = sweeps.flatMap((sweep) => sweep.rows);
  const range = rangeOf(sweeps);
  const ports = [...new Set(sweeps.map(({ port }) => port))];
  const most = Math.max(...sweeps.map(({ distinct }) => distinct));
  const usual = Math.max(0, ...sweeps.map((sweep) => sweep.usual ?? 0));
  const denied = direction.deniedShare(rows, range);
  const isWorse = denied >= DENIED_HIGH || ports.some((port) => ADMIN_PORTS.has(port));
  const onPorts = `${ports.length === 1 ? 'port' : 'ports'} ${listed(ports)}`;
  return {
    key: [source.namespace, source.name, direction.where],
    type: 'network',
    from: range.from * bucketSeconds * SECOND,
    to: range.to * bucketSeconds * SECOND,
    level: isWorse ? 'high' : 'medium',
    confidence: denied >= DENIED_HIGH || most >= 2 * HOSTS_MIN ? 'high' : 'medium',
    title: `${endName(source)} tried ${most} hosts ${direction.where} on ${onPorts}`,
    reason: `${most} different hosts within an hour${denied > 0 ? `, ${Math.round(denied * 100)} % of the flows denied` : ''}; usual in an hour ${usual > 0 ? `at most ${Math.round(usual)}` : 'is none on this port'}.`,
    observed: most,
    expected: Math.round(usual),
    history,
    query: `${endClause('src', source)} ${queryOf({ dst_port: ports })} ${direction.whereClause} ${FROM_A_CLIENT_CLAUSE}`,
    events: countWithin(rows, range),
    subject: { ...endSubject('src', source), ...(ports[0] === undefined ? {} : { dst_port: ports[0] }) },
    techniques: ['T1046'],
  };
}
