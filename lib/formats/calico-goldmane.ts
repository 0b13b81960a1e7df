import type { LogEvent } from '@/lib/events';
import { flowSentence } from './flow-sentence';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { epochMicros, setJsonTime, textMicros } from './json-time';
import { arrayOf, cut, integerOf, joinedTexts, numberOf, objectOf, shortTextOf } from './json-value';

/** Flows of open-source Calico: Goldmane's protobuf JSON, or what Whisker's interface answers. */
export const calicoGoldmane: ObjectFormat = {
  name: 'calico-goldmane',
  title: 'Calico flows (Goldmane, Whisker)',
  about:
    'Aggregated flows of Calico 3.30 and newer. Pods are told by the beginning that their names share; addresses are not told.',
  source: 'https://github.com/projectcalico/calico/blob/master/goldmane/proto/api.proto',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const flow = objectOf(object.flow) ?? object;
    const key = objectOf(flow.Key) ?? objectOf(flow.key) ?? flow;
    if (!isFlow(key, flow)) return NOT_MINE;
    event.type = 'network';
    setJsonTime(event, context, of(flow, 'start_time'));
    event.durationMs = durationOf(flow);
    readKey(key, event);
    readPolicies(key, event);
    readCounts(flow, event);
    event.setAttribute('source.labels', labelsOf(of(flow, 'source_labels')));
    event.setAttribute('destination.labels', labelsOf(of(flow, 'dest_labels')));
    event.message = flowSentence(event);
    return READ;
  },
  examples: [
    {
      text: '{"id":"7","flow":{"Key":{"source_name":"cart-*","source_namespace":"shop","source_type":"WorkloadEndpoint","dest_name":"db-*","dest_namespace":"store","dest_type":"WorkloadEndpoint","dest_port":"5432","dest_service_name":"db","proto":"tcp","reporter":"Dst","action":"Deny","policies":{"enforced_policies":[{"kind":"NetworkPolicy","namespace":"store","name":"db","tier":"default","action":"Deny"}]}},"start_time":"1714979289","end_time":"1714979304","source_labels":["app=cart"],"packets_in":"5","bytes_in":"300"}}',
      event: {
        time: 1_714_979_289_000_000,
        type: 'network',
        severity: 'warning',
        verdict: 'deny',
        reason: 'store/db',
        direction: 'ingress',
        srcNamespace: 'shop',
        srcPod: 'cart-*',
        dstNamespace: 'store',
        dstPod: 'db-*',
        dstPort: 5432,
        protocol: 'tcp',
        bytes: 300,
        packets: 5,
        durationMs: 15_000,
        message: 'shop/cart-* → store/db-*:5432 tcp deny 300 bytes',
      },
    },
    {
      text: '{"start_time":"2024-05-06T07:08:09Z","end_time":"2024-05-06T07:08:24Z","action":"Allow","source_name":"pub","source_namespace":"-","source_labels":"","dest_name":"cart-*","dest_namespace":"shop","dest_labels":"app=cart","protocol":"udp","dest_port":53,"reporter":"Src","policies":{"enforced":[],"pending":[]},"packets_in":1,"packets_out":1,"bytes_in":60,"bytes_out":90}',
      event: { verdict: 'allow', severity: 'info', direction: 'egress', srcPod: null, bytes: 150, durationMs: 15_000 },
    },
    {
      text: '{"key":{"sourceName":"cart-*","sourceNamespace":"shop","destName":"pub","destType":"Network","destPort":"443","proto":"tcp","reporter":"Src","action":"Allow"},"startTime":"1714979289"}',
      event: { srcPod: 'cart-*', dstPod: null, dstPort: 443 },
    },
    { text: '{"action":"Allow","reporter":"Src","msg":"no flow"}', event: null },
    { text: '{"flow":{"verdict":"FORWARDED","l4":{}}}', event: null },
  ],
};

/** The field by its name in the protocol, or in the spelling of protobuf's JSON. */
function of(object: JsonObject, name: string): Json | undefined {
  return object[name] ?? object[name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())];
}

/** Asked about every object, so the cheapest question comes first. */
function isFlow(key: JsonObject, flow: JsonObject): boolean {
  if (key.action === undefined || (key.proto ?? key.protocol) === undefined) return false;
  if (of(key, 'source_name') === undefined || of(key, 'dest_name') === undefined) return false;
  return of(flow, 'start_time') !== undefined;
}

function said(value: Json | undefined): string | null {
  const text = shortTextOf(value);
  return text === '-' ? null : text;
}

function durationOf(flow: JsonObject): number | null {
  const start = microsOf(of(flow, 'start_time'));
  const end = microsOf(of(flow, 'end_time'));
  return start !== null && end !== null && end >= start ? (end - start) / 1000 : null;
}

function microsOf(value: Json | undefined): number | null {
  const number = numberOf(value);
  return number === null ? textMicros(value) : epochMicros(number);
}

function readKey(key: JsonObject, event: LogEvent): void {
  event.srcNamespace = said(of(key, 'source_namespace'));
  event.dstNamespace = said(of(key, 'dest_namespace'));
  event.dstPort = integerOf(of(key, 'dest_port')) || null;
  event.protocol = (shortTextOf(key.proto) ?? shortTextOf(key.protocol))?.toLowerCase() ?? null;
  event.srcPod = podOf(key, 'source', event.srcNamespace);
  event.dstPod = podOf(key, 'dest', event.dstNamespace);
  if (event.srcPod === null) event.setAttribute('source.names', said(of(key, 'source_name')));
  if (event.dstPod === null) event.setAttribute('destination.names', said(of(key, 'dest_name')));
  event.setAttribute('destination.service', said(of(key, 'dest_service_name')));
  const reporter = shortTextOf(key.reporter)?.toLowerCase() ?? null;
  event.direction = reporter === 'dst' ? 'ingress' : reporter === 'src' ? 'egress' : null;
  event.setAttribute('reporter', reporter);
  event.namespace = reporter === 'dst' ? event.dstNamespace : event.srcNamespace;
  event.pod = reporter === 'dst' ? event.dstPod : event.srcPod;
  event.verdict = shortTextOf(key.action)?.toLowerCase() ?? null;
  event.severity = event.verdict === 'deny' ? 'warning' : 'info';
}

/** A name is a pod's if the type says so; where none is told, if it has a namespace, which networks lack. */
function podOf(key: JsonObject, side: 'source' | 'dest', namespace: string | null): string | null {
  const type = shortTextOf(of(key, `${side}_type`));
  const isPod = type === null ? namespace !== null : type === 'WorkloadEndpoint';
  return isPod ? said(of(key, `${side}_name`)) : null;
}

function readPolicies(key: JsonObject, event: LogEvent): void {
  const policies = objectOf(key.policies);
  if (policies === null) return;
  const enforced = arrayOf(of(policies, 'enforced_policies') ?? policies.enforced);
  const pending = arrayOf(of(policies, 'pending_policies') ?? policies.pending);
  event.setAttribute('policies', policyNames(enforced));
  event.setAttribute('policies.pending', policyNames(pending));
  const denying = enforced.slice(0, 64).find((policy) => objectOf(policy)?.action === 'Deny');
  // At the end of a tier it is the policy that selected the flow which denies the rest.
  if (denying !== undefined) event.reason = policyName(objectOf(denying)?.trigger) ?? policyName(denying);
}

function policyNames(policies: readonly Json[]): string | null {
  const names = policies.slice(0, 64).map((policy) => {
    const action = shortTextOf(objectOf(policy)?.action)?.toLowerCase() ?? null;
    return [policyName(policy), action].filter((part) => part !== null).join('|');
  });
  return names.length === 0 ? null : cut(names.join(','));
}

function policyName(value: Json | undefined): string | null {
  const policy = objectOf(value);
  const name = shortTextOf(policy?.name);
  const namespace = shortTextOf(policy?.namespace);
  return name === null || namespace === null ? name : `${namespace}/${name}`;
}

function readCounts(flow: JsonObject, event: LogEvent): void {
  const count = (name: string) => integerOf(of(flow, name));
  event.bytes = sum(count('bytes_in'), count('bytes_out'));
  event.packets = sum(count('packets_in'), count('packets_out'));
  for (const name of ['bytes_in', 'bytes_out', 'packets_in', 'packets_out', 'num_connections_started']) {
    event.setAttribute(name, count(name));
  }
}

/** Zeros are left out of protobuf's JSON. */
function sum(one: number | null, other: number | null): number | null {
  const total = (one ?? 0) + (other ?? 0);
  return (one === null && other === null) || !Number.isSafeInteger(total) ? null : total;
}

function labelsOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? cut(value) : joinedTexts(value);
}
