import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { flowSentence } from './flow-sentence';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime, textMicros } from './json-time';
import { addressOf, arrayOf, cut, integerOf, isObject, numberOf, objectOf, shortTextOf } from './json-value';
import { protocolName } from './protocols';

/** Google's flows in Cloud Logging: VPC flow logs, firewall rules, GKE's network policies; as entries or as their payloads. */
export const gcpFlow: ObjectFormat = {
  name: 'gcp-flow',
  title: 'Google Cloud flows',
  about:
    'VPC flow logs, firewall logs and the network policy logs of GKE Dataplane V2. The time of a flow is when it began, not when its entry was exported.',
  source: 'https://cloud.google.com/vpc/docs/about-flow-logs-records; firewall-rules-logging; network-policy-logging',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const flow = objectOf(object.jsonPayload) ?? object;
    const connection = objectOf(flow.connection);
    if (connection === null || connection.src_ip === undefined || connection.dest_ip === undefined) return NOT_MINE;
    event.type = 'network';
    const times = [flow.start_time, flow.timestamp, object.timestamp, object.receiveTimestamp];
    times.some((time) => setJsonTime(event, context, time));
    const start = textMicros(flow.start_time);
    const end = textMicros(flow.end_time);
    if (start !== null && end !== null && end >= start) event.durationMs = (end - start) / 1000;
    readConnection(connection, event);
    event.bytes = integerOf(flow.bytes_sent);
    event.packets = integerOf(flow.packets_sent);
    readReporter(flow, connection, event);
    readOutcome(flow, event);
    readSide(flow, 'src', event);
    readSide(flow, 'dest', event);
    readPlace(object, flow, event);
    event.message = flowSentence(event);
    return READ;
  },
  examples: [
    {
      text: '{"insertId":"a1","jsonPayload":{"bytes_sent":"2048","connection":{"dest_ip":"192.0.2.8","dest_port":443,"protocol":6,"src_ip":"10.0.1.7","src_port":40100},"start_time":"2024-05-06T07:08:09.25Z","end_time":"2024-05-06T07:08:10.25Z","packets_sent":"7","reporter":"SRC","rtt_msec":"12","src_instance":{"vm_name":"node-1","zone":"zone-b"},"src_gke_details":{"cluster":{"cluster_name":"lab"},"pod":{"pod_name":"cart-0","pod_namespace":"shop"}},"dest_location":{"country":"usa"}},"logName":"projects/example/logs/compute.googleapis.com%2Fvpc_flows","resource":{"type":"gce_subnetwork"},"timestamp":"2024-05-06T07:13:00Z"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000,
        type: 'network',
        severity: 'info',
        direction: 'egress',
        protocol: 'tcp',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        srcNamespace: 'shop',
        srcPod: 'cart-0',
        dstIp: '192.0.2.8',
        dstPort: 443,
        cluster: 'lab',
        node: 'node-1',
        namespace: 'shop',
        pod: 'cart-0',
        bytes: 2048,
        packets: 7,
        durationMs: 1000,
        message: 'shop/cart-0:40100 → 192.0.2.8:443 tcp 2048 bytes',
      },
    },
    {
      text: '{"jsonPayload":{"connection":{"src_ip":"192.0.2.7","src_port":50000,"dest_ip":"10.0.2.9","dest_port":22,"protocol":6},"disposition":"DENIED","rule_details":{"reference":"network:default/firewall:deny-ssh","direction":"INGRESS","action":"DENY","priority":100},"instance":{"vm_name":"node-1"}},"logName":"projects/example/logs/compute.googleapis.com%2Ffirewall","timestamp":"2024-05-06T07:08:09Z"}',
      event: {
        verdict: 'deny',
        severity: 'warning',
        direction: 'ingress',
        reason: 'network:default/firewall:deny-ssh',
        node: 'node-1',
      },
    },
    {
      text: '{"connection":{"src_ip":"10.0.1.7","dest_ip":"10.0.2.9","src_port":4000,"dest_port":80,"protocol":"tcp","direction":"egress"},"disposition":"allow","policies":[{"name":"web","namespace":"shop"}],"src":{"pod_name":"cart-0","pod_namespace":"shop","namespace":"shop"},"dest":{"pod_name":"db-0","namespace":"store"},"count":2,"node_name":"node-1","timestamp":"2024-05-06T07:08:09Z"}',
      event: { verdict: 'allow', srcPod: 'cart-0', dstPod: 'db-0', dstNamespace: 'store', protocol: 'tcp' },
    },
    { text: '{"jsonPayload":{"connection":"lost"},"timestamp":"2024-05-06T07:08:09Z"}', event: null },
  ],
};

function readConnection(connection: JsonObject, event: LogEvent): void {
  event.srcIp = addressOf(connection.src_ip);
  event.srcPort = integerOf(connection.src_port);
  event.dstIp = addressOf(connection.dest_ip);
  event.dstPort = integerOf(connection.dest_port);
  const { protocol } = connection;
  const number = typeof protocol === 'number' ? integerOf(protocol) : parseCount(shortTextOf(protocol) ?? '');
  event.protocol = number === null ? (shortTextOf(protocol)?.toLowerCase() ?? null) : protocolName(number);
}

function readReporter(flow: JsonObject, connection: JsonObject, event: LogEvent): void {
  const reporter = shortTextOf(flow.reporter);
  event.setAttribute('reporter', reporter);
  const told = shortTextOf(objectOf(flow.rule_details)?.direction) ?? shortTextOf(connection.direction);
  const direction =
    told?.toLowerCase() ?? (reporter === null ? null : reporter.startsWith('SRC') ? 'egress' : 'ingress');
  event.direction = direction === 'ingress' || direction === 'egress' ? direction : null;
  event.setAttribute('rtt_msec', numberOf(flow.rtt_msec));
  event.setAttribute('count', integerOf(flow.count));
}

/** What a firewall rule or a network policy decided; a flow log records what went through. */
function readOutcome(flow: JsonObject, event: LogEvent): void {
  const disposition = shortTextOf(flow.disposition)?.toLowerCase() ?? null;
  const verdict = disposition === 'allowed' ? 'allow' : disposition === 'denied' ? 'deny' : disposition;
  event.verdict = verdict;
  event.severity = verdict === 'deny' ? 'warning' : 'info';
  const rule = objectOf(flow.rule_details);
  const reference = shortTextOf(rule?.reference);
  event.setAttribute('rule', reference);
  event.setAttribute('rule.priority', integerOf(rule?.priority));
  const policies = arrayOf(flow.policies).slice(0, 16).map(policyName);
  const names = policies.filter((name) => name !== null).join(',');
  event.setAttribute('policies', cut(names));
  if (verdict === 'deny') event.reason = reference ?? (names === '' ? null : cut(names));
}

function policyName(value: Json): string | null {
  const policy = objectOf(value);
  const name = shortTextOf(policy?.name);
  const namespace = shortTextOf(policy?.namespace);
  return name === null || namespace === null ? name : `${namespace}/${name}`;
}

/** The pod at one end, in the words of a VPC flow (`src_gke_details`) or of a network policy (`src`). */
function readSide(flow: JsonObject, side: 'src' | 'dest', event: LogEvent): void {
  const details = objectOf(flow[`${side}_gke_details`]);
  const party = objectOf(details?.pod) ?? objectOf(flow[side]);
  const pod = shortTextOf(party?.pod_name);
  const namespace = shortTextOf(party?.pod_namespace) ?? shortTextOf(party?.namespace);
  const name = side === 'src' ? 'source' : 'destination';
  if (side === 'src') {
    event.srcPod = pod;
    event.srcNamespace = namespace;
  } else {
    event.dstPod = pod;
    event.dstNamespace = namespace;
  }
  const service = objectOf(arrayOf(details?.service)[0]);
  event.setAttribute(`${name}.service`, shortTextOf(service?.service_name));
  const instance = objectOf(flow[`${side}_instance`]);
  event.setAttribute(`${name}.instance`, shortTextOf(instance?.vm_name) ?? shortTextOf(party?.instance));
  const workload = objectOf(party?.pod_workload) ?? party;
  event.setAttribute(`${name}.workload`, shortTextOf(workload?.workload_name));
  const location = objectOf(flow[`${side}_location`]);
  event.setAttribute(`${name}.country`, shortTextOf(location?.country));
  event.setAttribute(`${name}.asn`, integerOf(location?.asn));
  event.setAttribute(`${name}.vpc`, shortTextOf(objectOf(flow[`${side}_vpc`])?.vpc_name));
}

/** The machine and the cluster that the flow is about: those of the end that reported it. */
function readPlace(entry: JsonObject, flow: JsonObject, event: LogEvent): void {
  const side = event.direction === 'ingress' ? 'dest' : 'src';
  const instance = objectOf(flow.instance) ?? objectOf(flow[`${side}_instance`]);
  event.node = shortTextOf(flow.node_name) ?? shortTextOf(instance?.vm_name) ?? event.node;
  event.setAttribute('remote.instance', shortTextOf(objectOf(flow.remote_instance)?.vm_name));
  const labels = objectOf(objectOf(entry.resource)?.labels);
  const cluster = objectOf(objectOf(flow[`${side}_gke_details`])?.cluster);
  event.cluster = shortTextOf(cluster?.cluster_name) ?? shortTextOf(labels?.cluster_name) ?? event.cluster;
  event.pod = side === 'dest' ? event.dstPod : event.srcPod;
  event.namespace = side === 'dest' ? event.dstNamespace : event.srcNamespace;
  event.setAttribute('log_name', shortTextOf(entry.logName));
  if (isObject(entry.resource)) event.setAttribute('project_id', shortTextOf(labels?.project_id));
}
