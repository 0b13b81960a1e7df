import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { flowSentence } from './flow-sentence';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { epochMicros, setJsonTime, textMicros } from './json-time';
import { addressOf, integerOf, joinedTexts, numberOf, objectOf, shortTextOf } from './json-value';
import { protocolName } from './protocols';

/** Counts that become attributes as they are; of the rare ones only those that counted something. */
const COUNTS = ['bytes_in', 'bytes_out', 'packets_in', 'packets_out', 'num_flows', 'num_flows_started'] as const;
const RARE_COUNTS = [
  'num_flows_completed',
  'http_requests_allowed_in',
  'http_requests_denied_in',
  'tcp_total_retransmissions',
] as const;

/** Flow logs of Calico Enterprise and Calico Cloud, also as the hit of a search. */
export const calicoFlow: ObjectFormat = {
  name: 'calico-flow',
  title: 'Calico flow logs',
  about:
    'Flows between pods, hosts and networks over some minutes, as Calico Enterprise and Calico Cloud write them: allowed or denied, by which policy, and how much. One flow is told by its source and by its destination.',
  source: 'https://docs.tigera.io/calico-enterprise/latest/observability/elastic/flow/datatypes',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const flow = objectOf(object._source) ?? object;
    if (!isFlow(flow)) return NOT_MINE;
    event.type = 'network';
    setJsonTime(event, context, flow.start_time);
    const start = microsOf(flow.start_time);
    const end = microsOf(flow.end_time);
    if (start !== null && end !== null && end >= start) event.durationMs = (end - start) / 1000;
    event.node = said(flow.host) ?? event.node;
    event.cluster = said(flow.cluster) ?? event.cluster;
    readParties(flow, event);
    readOutcome(flow, event);
    readCounts(flow, event);
    readDetails(flow, event);
    event.message = flowSentence(event);
    return READ;
  },
  examples: [
    {
      text: '{"start_time":1714979289,"end_time":1714979589,"source_ip":"10.0.1.7","source_name":"cart-0","source_name_aggr":"cart-*","source_namespace":"shop","source_port":null,"source_type":"wep","source_labels":{"labels":["app=cart"]},"dest_ip":"10.0.2.9","dest_name":"-","dest_name_aggr":"db-*","dest_namespace":"store","dest_port":5432,"dest_type":"wep","proto":"tcp","action":"deny","reporter":"dst","policies":{"all_policies":["1|platform|store/platform.db|deny|-1","0|security|security.tenant|pass|0"]},"bytes_in":300,"bytes_out":20,"packets_in":5,"packets_out":1,"num_flows":1}',
      event: {
        time: 1_714_979_289_000_000,
        type: 'network',
        severity: 'warning',
        verdict: 'deny',
        reason: 'store/platform.db',
        direction: 'ingress',
        protocol: 'tcp',
        srcIp: '10.0.1.7',
        srcNamespace: 'shop',
        srcPod: 'cart-0',
        dstIp: '10.0.2.9',
        dstPort: 5432,
        dstNamespace: 'store',
        dstPod: 'db-*',
        namespace: 'store',
        pod: 'db-*',
        bytes: 320,
        packets: 6,
        durationMs: 300_000,
        message: 'shop/cart-0 → store/db-*:5432 tcp deny 320 bytes',
      },
    },
    {
      text: '{"_index":"flows","_source":{"start_time":1714979289,"end_time":1714979589,"source_ip":null,"source_name":"-","source_name_aggr":"pub","source_namespace":"-","source_type":"net","dest_ip":"10.0.2.9","dest_name_aggr":"db-*","dest_namespace":"store","dest_port":53,"dest_type":"wep","proto":17,"action":"allow","reporter":"src","bytes_in":1,"bytes_out":2}}',
      event: { verdict: 'allow', protocol: 'udp', srcPod: null, direction: 'egress', severity: 'info' },
    },
    {
      text: '{"start_time":"2024-05-06T07:08:09Z","end_time":"2024-05-06T07:09:09Z","action":"deny","reporter":"src","source_namespace":"shop","source_name_aggr":"cart-*","dest_namespace":"-","dest_name_aggr":"pub","dest_port":53,"protocol":"UDP","policies":["1|shop|shop/np.deny-egress|deny|0"]}',
      event: { srcPod: 'cart-*', dstPod: null, protocol: 'udp', durationMs: 60_000, reason: 'shop/np.deny-egress' },
    },
    { text: '{"start_time":1,"end_time":2,"source_name":"a","action":"allow","msg":"copied"}', event: null },
  ],
};

function isFlow(flow: JsonObject): boolean {
  if (flow.start_time === undefined || flow.reporter === undefined || flow.action === undefined) return false;
  const hasTypes = flow.source_type !== undefined && flow.dest_type !== undefined;
  return hasTypes || (flow.source_name_aggr !== undefined && flow.dest_name_aggr !== undefined);
}

/** Seconds in Calico's files, ISO 8601 where a pipeline has changed them. */
function microsOf(value: Json | undefined): number | null {
  const number = numberOf(value);
  return number === null ? textMicros(value) : epochMicros(number);
}

/** A dash stands for what was aggregated away. */
function said(value: Json | undefined): string | null {
  const text = shortTextOf(value);
  return text === '-' ? null : text;
}

function readParties(flow: JsonObject, event: LogEvent): void {
  event.srcIp = addressOf(flow.source_ip);
  event.srcPort = integerOf(flow.source_port);
  event.dstIp = addressOf(flow.dest_ip);
  event.dstPort = integerOf(flow.dest_port);
  event.srcNamespace = said(flow.source_namespace);
  event.dstNamespace = said(flow.dest_namespace);
  event.srcPod = podOf(flow, 'source');
  event.dstPod = podOf(flow, 'dest');
  if (event.srcPod === null) event.setAttribute('source.names', said(flow.source_name_aggr));
  if (event.dstPod === null) event.setAttribute('destination.names', said(flow.dest_name_aggr));
  const byDestination = flow.reporter === 'dst';
  event.direction = byDestination ? 'ingress' : 'egress';
  event.namespace = byDestination ? event.dstNamespace : event.srcNamespace;
  event.pod = byDestination ? event.dstPod : event.srcPod;
}

/** The name of a workload, or of the group of pods that it was aggregated into; without a type, what has a namespace is one. */
function podOf(flow: JsonObject, side: 'source' | 'dest'): string | null {
  const type = flow[`${side}_type`];
  const isPod = type === undefined ? said(flow[`${side}_namespace`]) !== null : type === 'wep';
  if (!isPod) return null;
  return said(flow[`${side}_name`]) ?? said(flow[`${side}_name_aggr`]);
}

function readOutcome(flow: JsonObject, event: LogEvent): void {
  const protocol = flow.proto ?? flow.protocol;
  const number = typeof protocol === 'number' ? protocol : parseCount(shortTextOf(protocol) ?? '');
  event.protocol = number === null ? (said(protocol)?.toLowerCase() ?? null) : protocolName(number);
  event.verdict = said(flow.action)?.toLowerCase() ?? null;
  event.severity = event.verdict === 'deny' ? 'warning' : 'info';
  const policies = objectOf(flow.policies);
  const all = policies?.enforced_policies ?? policies?.all_policies ?? flow.policies;
  event.setAttribute('policies', joinedTexts(all));
  event.setAttribute('policies.pending', joinedTexts(policies?.pending_policies));
  if (event.verdict === 'deny') event.reason = denyingPolicy(all);
}

/** The first policy that denied: `index|tier|policy|action|rule`. */
function denyingPolicy(policies: Json | undefined): string | null {
  if (!Array.isArray(policies)) return null;
  for (const policy of policies.slice(0, 64) as readonly Json[]) {
    const parts = typeof policy === 'string' ? policy.split('|', 5) : [];
    if (parts[3] === 'deny') return parts[2] ?? null;
  }
  return null;
}

function readCounts(flow: JsonObject, event: LogEvent): void {
  event.bytes = sum(flow.bytes_in, flow.bytes_out);
  event.packets = sum(flow.packets_in, flow.packets_out);
  for (const name of COUNTS) event.setAttribute(name, integerOf(flow[name]));
  for (const name of RARE_COUNTS) event.setAttribute(name, integerOf(flow[name]) || null);
}

function sum(into: Json | undefined, out: Json | undefined): number | null {
  const [one, other] = [integerOf(into), integerOf(out)];
  const total = (one ?? 0) + (other ?? 0);
  return (one === null && other === null) || !Number.isSafeInteger(total) ? null : total;
}

function readDetails(flow: JsonObject, event: LogEvent): void {
  event.setAttribute('reporter', said(flow.reporter));
  event.setAttribute('source.type', said(flow.source_type));
  event.setAttribute('destination.type', said(flow.dest_type));
  event.setAttribute('source.labels', joinedTexts(objectOf(flow.source_labels)?.labels));
  event.setAttribute('destination.labels', joinedTexts(objectOf(flow.dest_labels)?.labels));
  event.setAttribute('destination.service', said(flow.dest_service_name));
  event.setAttribute('destination.domains', joinedTexts(flow.dest_domains));
  event.setAttribute('process.name', said(flow.process_name));
  event.setAttribute('original_source_ips', joinedTexts(flow.original_source_ips));
}
