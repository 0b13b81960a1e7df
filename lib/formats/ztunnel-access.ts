import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { parseDuration } from './durations';
import { flowSentence } from './flow-sentence';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { PairScanner } from './key-values';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const LINE_MAX = 8192;
const PAIRS_MAX = 48;
const HEAD =
  /^[ \t]+(\w{4,5})[ \t]+(?:\S{1,60}[ \t]+)?access[ \t]+(connection (?:opened|complete|failed)|[a-z ]{4,40}?)[ \t]+(?=src\.addr=)/;

const scanner = new TimestampScanner();
const pairs = new PairScanner();

export const ztunnelAccess: TextFormat = {
  name: 'ztunnel-access',
  title: 'Istio ambient (ztunnel) connections',
  about:
    'Connections through the node proxy of Istio’s ambient mode: both workloads with their identities, and how much they sent.',
  source: 'https://istio.io/latest/docs/ambient/usage/troubleshoot-ztunnel/',
  type: 'network',
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-05-06T07:08:09.250500Z\tinfo\taccess\tconnection complete\tsrc.addr=10.0.1.7:40100 src.workload="cart-0" src.namespace="shop" src.identity="spiffe://cluster.local/ns/shop/sa/cart" dst.addr=10.0.2.9:15008 dst.hbone_addr=10.0.2.9:5432 dst.service="db.store.svc.cluster.local" dst.workload="db-0" dst.namespace="store" direction="outbound" bytes_sent=90 bytes_recv=300 duration="12ms"',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000 + 500,
        type: 'network',
        severity: 'info',
        protocol: 'tcp',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        srcPod: 'cart-0',
        srcNamespace: 'shop',
        dstIp: '10.0.2.9',
        dstPort: 5432,
        dstPod: 'db-0',
        dstNamespace: 'store',
        direction: 'egress',
        bytes: 390,
        durationMs: 12,
        message: 'shop/cart-0:40100 → store/db-0:5432 tcp 390 bytes',
      },
    },
    {
      text: '2024-05-06T07:08:09.250500Z error access connection complete src.addr=10.0.1.7:40100 dst.addr=10.0.2.9:80 direction="inbound" bytes_sent=0 bytes_recv=0 duration="0ms" error="connection closed due to policy rejection"',
      event: { severity: 'error', direction: 'ingress', reason: 'connection closed due to policy rejection' },
    },
    { text: '2024-05-06T07:08:09.250500Z info access granted to alice', event: null },
    { text: '2024-05-06T07:08:09.250500Z\tinfo\tstate\tready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > LINE_MAX || text.charCodeAt(10) !== 84 || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  const { micros, zoned, end } = scanner;
  const head = zoned ? HEAD.exec(text.slice(end, end + 200)) : null;
  const severity = severityFromWord(head?.[1] ?? '');
  if (head === null || severity === null) return NOT_MINE;
  context.clock.setFull(event, micros);
  event.type = 'network';
  event.severity = severity;
  event.protocol = 'tcp';
  const values = valuesOf(text, end + head[0].length);
  readParties(values, event);
  readCounts(values, event);
  const direction = values.get('direction');
  event.direction = direction === 'inbound' ? 'ingress' : direction === 'outbound' ? 'egress' : null;
  const error = values.get('error');
  if (error !== undefined) event.reason = cut(error);
  event.setAttribute('state', head[2]);
  event.message = `${flowSentence(event)}${event.reason === null ? '' : ` ${event.reason}`}`;
  return READ;
}

function valuesOf(text: string, at: number): Map<string, string> {
  const values = new Map<string, string>();
  pairs.start(text, at);
  for (let count = 0; count < PAIRS_MAX && pairs.next(); count++) values.set(pairs.key, pairs.value);
  return values;
}

/** Behind the tunnel's port is the one that was meant. */
function readParties(values: ReadonlyMap<string, string>, event: LogEvent): void {
  const source = parseEndpoint(values.get('src.addr') ?? '');
  const destination = parseEndpoint(values.get('dst.hbone_addr') ?? '') ?? parseEndpoint(values.get('dst.addr') ?? '');
  event.srcIp = source?.ip ?? null;
  event.srcPort = source?.port ?? null;
  event.dstIp = destination?.ip ?? null;
  event.dstPort = destination?.port ?? null;
  event.srcPod = values.get('src.workload') ?? null;
  event.srcNamespace = values.get('src.namespace') ?? null;
  event.dstPod = values.get('dst.workload') ?? null;
  event.dstNamespace = values.get('dst.namespace') ?? null;
  event.host = values.get('dst.service') ?? null;
  for (const name of ['src.identity', 'dst.identity']) {
    const identity = values.get(name);
    if (identity !== undefined) event.setAttribute(name, cut(identity));
  }
}

function readCounts(values: ReadonlyMap<string, string>, event: LogEvent): void {
  const sent = parseCount(values.get('bytes_sent') ?? '');
  const received = parseCount(values.get('bytes_recv') ?? '');
  if (sent !== null || received !== null) event.bytes = (sent ?? 0) + (received ?? 0);
  event.setAttribute('bytes_sent', sent);
  event.setAttribute('bytes_received', received);
  event.durationMs = parseDuration(values.get('duration') ?? '');
}
