import type { LogEvent } from '@/lib/events';
import { dropReasonName } from './cilium-drop-reasons';
import { compactJson } from './compact-json';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readHubbleLayer7 } from './hubble-layer7';
import { withProtocolNames } from './hubble-names';
import { setJsonTime } from './json-time';
import { addressOf, arrayOf, cut, integerOf, isObject, joinedTexts, objectOf, textOf } from './json-value';
import type { ReadContext } from './read-context';

/** What else the exporter writes, by the key of the wrapper. */
const NOTES = ['lost_events', 'node_status', 'agent_event', 'debug_event'] as const;

/** Cilium's flows, wrapped (`{"flow":…}`) or bare, as `hubble observe`, its exporter and Retina write them. */
export const hubble: ObjectFormat = {
  name: 'hubble',
  title: 'Hubble flows',
  about: 'One flow per line: from whom to whom, through which ports, allowed or dropped and why; DNS and HTTP inside.',
  source: 'https://docs.cilium.io/en/stable/_api/v1/flow/README/',
  type: 'network',
  reads: 'object',
  read(record, event, context) {
    if (!mayBeOurs(record)) return NOT_MINE;
    const object = withProtocolNames(record);
    const flow = flowOf(object);
    if (flow === null) return readNote(object, event, context);
    event.type = 'network';
    if (!setJsonTime(event, context, flow.time)) setJsonTime(event, context, object.time);
    setNode(event, textOf(flow.node_name) ?? textOf(object.node_name));
    readVerdict(flow, event);
    const ip = objectOf(flow.IP);
    event.srcIp = addressOf(ip?.source);
    event.dstIp = addressOf(ip?.destination);
    readLayer4(flow, event);
    const source = readEndpoint(flow, 'source', event);
    const destination = readEndpoint(flow, 'destination', event);
    readPlace(event, flow);
    const what = readHubbleLayer7(flow, event) ?? textOf(flow.Summary) ?? layer4Words(event);
    readDetails(flow, event);
    event.message =
      `${source} -> ${destination} ${event.verdict ?? ''}${event.reason === null ? '' : ` ${event.reason}`} ${what}`.trimEnd();
    return READ;
  },
  examples: [
    {
      text: '{"flow":{"time":"2024-05-06T07:08:09.123456789Z","verdict":"DROPPED","drop_reason":181,"IP":{"source":"10.0.1.7","destination":"10.0.2.9","ipVersion":"IPv4"},"l4":{"TCP":{"source_port":40100,"destination_port":5432,"flags":{"SYN":true}}},"source":{"identity":101,"namespace":"shop","pod_name":"cart-0","labels":["k8s:app=cart"]},"destination":{"identity":102,"namespace":"store","pod_name":"db-0"},"Type":"L3_L4","node_name":"lab/node-1","traffic_direction":"EGRESS","drop_reason_desc":"POLICY_DENY","Summary":"TCP Flags: SYN"},"node_name":"lab/node-1","time":"2024-05-06T07:08:09.123456789Z"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        type: 'network',
        severity: 'warning',
        verdict: 'dropped',
        reason: 'POLICY_DENY',
        direction: 'egress',
        protocol: 'tcp',
        cluster: 'lab',
        node: 'node-1',
        namespace: 'shop',
        pod: 'cart-0',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        srcNamespace: 'shop',
        srcPod: 'cart-0',
        dstIp: '10.0.2.9',
        dstPort: 5432,
        dstNamespace: 'store',
        dstPod: 'db-0',
        message: 'shop/cart-0:40100 -> store/db-0:5432 dropped POLICY_DENY TCP Flags: SYN',
      },
    },
    {
      text: '{"time":"2024-05-06T07:08:09Z","verdict":"FORWARDED","IP":{"source":"10.0.1.7","destination":"10.0.0.10"},"l4":{"UDP":{"source_port":5000,"destination_port":53}},"source":{"namespace":"shop","pod_name":"cart-0"},"destination":{"labels":["reserved:world"]},"Type":"L7","l7":{"type":"REQUEST","dns":{"query":"bad.example.","qtypes":["A","AAAA"]}}}',
      event: {
        protocol: 'dns',
        host: 'bad.example',
        severity: 'info',
        message: 'shop/cart-0:5000 -> 10.0.0.10:53 (world) forwarded DNS request bad.example A,AAAA',
      },
    },
    {
      text: '{"flow":{"time":"2024-05-06T07:08:09Z","verdict":"FORWARDED","l4":{"TCP":{"source_port":80,"destination_port":5000}},"l7":{"type":"RESPONSE","latency_ns":"2500000","http":{"code":503,"method":"GET","url":"http://cart.shop:80/items?id=1"}},"is_reply":true}}',
      event: { protocol: 'http', status: 503, method: 'GET', path: '/items?id=1', host: 'cart.shop', durationMs: 2.5 },
    },
    {
      text: '{"flow":{"time":"2024-05-06T07:08:09Z","verdict":"DROPPED","dropReason":133,"IP":{"source":"10.0.1.7","destination":"10.0.2.9"},"l4":{"TCP":{"sourcePort":40100,"destinationPort":5432,"flags":{"SYN":true}}},"source":{"namespace":"shop","podName":"cart-0"},"destination":{"namespace":"store","podName":"db-0"},"trafficDirection":"INGRESS"},"nodeName":"node-1","time":"2024-05-06T07:08:09Z"}',
      event: { srcPod: 'cart-0', dstPort: 5432, reason: 'POLICY_DENIED', direction: 'ingress', node: 'node-1' },
    },
    {
      text: '{"lost_events":{"source":"PERF_EVENT_RING_BUFFER","num_events_lost":"12"},"node_name":"node-1","time":"2024-05-06T07:08:09Z"}',
      event: { type: 'network', severity: 'notice' },
    },
    {
      text: '{"flow":{"time":"2024-05-06T07:08:09Z","verdict":"FORWARDED","IP":{"source":"10.0.2.9","destination":"10.0.1.7"},"l4":{"TCP":{"source_port":5432,"destination_port":40100,"flags":{"SYN":true,"ACK":true}}},"source":{"namespace":"store","pod_name":"db-0"},"destination":{"namespace":"shop","pod_name":"cart-0"},"Type":"L3_L4","traffic_direction":"INGRESS","is_reply":true},"node_name":"node-2"}',
      event: {
        namespace: 'store',
        pod: 'db-0',
        message: 'store/db-0:5432 -> shop/cart-0:40100 forwarded TCP Flags: SYN, ACK',
      },
    },
    { text: '{"flow":"checkout","msg":"started"}', event: null },
    { text: '{"verdict":"guilty","source":"court"}', event: null },
  ],
};

/** Asked about every object: a flow, its wrapper, or a note beside the flows has one of these. */
function mayBeOurs(record: JsonObject): boolean {
  return (record.flow ?? record.verdict ?? record.node_name ?? record.nodeName) !== undefined;
}

function flowOf(object: JsonObject): JsonObject | null {
  const inner = object.flow;
  if (inner !== undefined) return isObject(inner) && looksLikeFlow(inner) ? inner : null;
  return looksLikeFlow(object) ? object : null;
}

function looksLikeFlow(object: JsonObject): boolean {
  if (typeof object.verdict !== 'string') return false;
  if (isObject(object.IP) || isObject(object.l4) || isObject(object.l7)) return true;
  return object.event_type !== undefined || (isObject(object.ethernet) && typeof object.Type === 'string');
}

/** Losses and states that the exporter tells beside the flows. */
function readNote(object: JsonObject, event: LogEvent, context: ReadContext): boolean {
  if (object.node_name === undefined || object.time === undefined) return NOT_MINE;
  const kind = NOTES.find((name) => isObject(object[name]));
  if (kind === undefined) return NOT_MINE;
  event.type = 'network';
  event.severity = kind === 'lost_events' ? 'notice' : 'info';
  setJsonTime(event, context, object.time);
  setNode(event, textOf(object.node_name));
  event.message = `${kind.replace('_', ' ')} ${compactJson(object[kind])}`;
  return READ;
}

/** `cluster/node`, or the node alone. */
function setNode(event: LogEvent, name: string | null): void {
  if (name === null) return;
  const slash = name.indexOf('/');
  event.node = name.slice(slash + 1);
  if (slash > 0) event.cluster = name.slice(0, slash);
}

function readVerdict(flow: JsonObject, event: LogEvent): void {
  const verdict = textOf(flow.verdict)?.toLowerCase() ?? null;
  event.verdict = verdict === 'verdict_unknown' ? null : verdict;
  const direction = textOf(flow.traffic_direction)?.toLowerCase() ?? null;
  event.direction = direction === 'ingress' || direction === 'egress' ? direction : null;
  event.severity = verdict === 'dropped' || verdict === 'error' ? 'warning' : verdict === 'audit' ? 'notice' : 'info';
  if (verdict === 'dropped' || verdict === 'audit') {
    const number = integerOf(flow.drop_reason);
    event.reason = textOf(flow.drop_reason_desc) ?? (number === null ? null : dropReasonName(number));
  }
}

function readLayer4(flow: JsonObject, event: LogEvent): void {
  const layer4 = objectOf(flow.l4);
  if (layer4 === null) return;
  for (const name in layer4) {
    const layer = objectOf(layer4[name]);
    if (layer === null) continue;
    event.protocol = name === 'ICMPv4' ? 'icmp' : name.toLowerCase();
    event.srcPort = integerOf(layer.source_port);
    event.dstPort = integerOf(layer.destination_port);
    const flags = objectOf(layer.flags);
    if (flags !== null) event.setAttribute('tcp.flags', Object.keys(flags).slice(0, 9).join(','));
    if (name.startsWith('ICMP')) event.setAttribute('icmp.type', integerOf(layer.type) ?? 0);
    return;
  }
}

/** Reads one end of the flow; answers how a person calls it: `namespace/pod:port`, or `address:port (world)`. */
function readEndpoint(flow: JsonObject, side: 'source' | 'destination', event: LogEvent): string {
  const isSource = side === 'source';
  const endpoint = objectOf(flow[side]);
  const namespace = textOf(endpoint?.namespace);
  const pod = textOf(endpoint?.pod_name);
  const port = isSource ? event.srcPort : event.dstPort;
  if (isSource) {
    event.srcNamespace = namespace;
    event.srcPod = pod;
  } else {
    event.dstNamespace = namespace;
    event.dstPod = pod;
  }
  let name = pod === null ? ((isSource ? event.srcIp : event.dstIp) ?? '?') : `${namespace ?? '?'}/${pod}`;
  if (port !== null) name += `:${port}`;
  if (endpoint === null) return name;
  event.setAttribute(`${side}.identity`, integerOf(endpoint.identity));
  const workload = objectOf(arrayOf(endpoint.workloads)[0]);
  if (workload !== null) event.setAttribute(`${side}.workload`, textOf(workload.name));
  const reserved = reservedLabel(endpoint.labels);
  if (pod === null && reserved !== null) name += ` (${reserved})`;
  event.setAttribute(`${side}.reserved`, reserved);
  event.setAttribute(`${side}.names`, joinedTexts(flow[`${side}_names`]));
  return name;
}

/** What stands in for a pod's name: `world`, `host`, `kube-apiserver`. */
function reservedLabel(labels: Json | undefined): string | null {
  for (const label of arrayOf(labels)) {
    if (typeof label === 'string' && label.startsWith('reserved:')) return label.slice('reserved:'.length);
  }
  return null;
}

/** The same as the summary that newer versions leave out. */
function layer4Words(event: LogEvent): string {
  const flags = event.attributes?.['tcp.flags'];
  if (flags !== undefined) return `TCP Flags: ${String(flags).replaceAll(',', ', ')}`;
  return event.protocol?.toUpperCase() ?? '';
}

/**
 * The pod that the flow is about is the one on the node that saw it: the sender of egress, the receiver of ingress. The
 * direction is the connection's, so a reply runs against it. Where that end is no pod, the other is meant.
 */
function readPlace(event: LogEvent, flow: JsonObject): void {
  const reply = flow.is_reply === true || flow.reply === true;
  const told = event.direction === null ? null : (event.direction === 'ingress') !== reply;
  const incoming = event.srcPod === null || (told === true && event.dstPod !== null);
  event.namespace = incoming ? event.dstNamespace : event.srcNamespace;
  event.pod = incoming ? event.dstPod : event.srcPod;
  event.cluster ??= textOf(objectOf(incoming ? flow.destination : flow.source)?.cluster_name);
}

function readDetails(flow: JsonObject, event: LogEvent): void {
  event.setAttribute('flow.type', textOf(flow.Type));
  event.setAttribute('trace_observation_point', textOf(flow.trace_observation_point));
  if (typeof flow.is_reply === 'boolean') event.setAttribute('is_reply', flow.is_reply);
  for (const name of ['egress_denied_by', 'ingress_denied_by', 'egress_allowed_by', 'ingress_allowed_by'] as const) {
    if (flow[name] !== undefined) event.setAttribute(name, policyNames(flow[name]));
  }
}

function policyNames(value: Json | undefined): string | null {
  const names: string[] = [];
  for (const element of arrayOf(value).slice(0, 16)) {
    const policy = objectOf(element);
    const name = textOf(policy?.name);
    const namespace = textOf(policy?.namespace);
    if (name !== null) names.push(namespace === null ? name : `${namespace}/${name}`);
  }
  return names.length === 0 ? null : cut(names.join(','));
}
