import type { LogEvent, Severity } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { addressOf, cut, integerOf, objectOf, textOf } from './json-value';

/** Priorities of signatures: 1 is the most dangerous. */
const PRIORITIES: readonly Severity[] = ['critical', 'error', 'warning', 'notice'];

export const suricata: ObjectFormat = {
  name: 'suricata',
  title: 'Suricata EVE',
  about: 'What an intrusion detection sensor saw: alerts of its signatures, flows, and requests inside them.',
  source: 'https://docs.suricata.io/en/latest/output/eve/eve-json-format.html',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const { event_type: kind } = object;
    if (typeof kind !== 'string' || typeof object.timestamp !== 'string') return NOT_MINE;
    if (object.flow_id === undefined && objectOf(object.stats) === null) return NOT_MINE;
    readEnds(object, event);
    const alert = objectOf(object.alert);
    if (alert !== null) readAlert(alert, event);
    readFlow(objectOf(object.flow) ?? objectOf(object.netflow), event);
    event.type = 'network';
    event.message = messageOf(kind, object, alert, event);
    event.severity ??= 'info';
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"timestamp":"2024-05-06T07:08:09.123456+0000","flow_id":77,"event_type":"alert","src_ip":"192.0.2.7","src_port":40100,"dest_ip":"10.0.1.7","dest_port":80,"proto":"TCP","alert":{"action":"blocked","signature_id":9000001,"signature":"EXAMPLE scan","category":"Attempted Information Leak","severity":2}}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        type: 'network',
        severity: 'error',
        srcIp: '192.0.2.7',
        srcPort: 40100,
        dstIp: '10.0.1.7',
        dstPort: 80,
        protocol: 'tcp',
        verdict: 'blocked',
        reason: 'EXAMPLE scan',
        message: 'EXAMPLE scan: 192.0.2.7 → 10.0.1.7:80 blocked',
      },
    },
    {
      text: '{"timestamp":"2024-05-06T07:08:09.1+0000","flow_id":78,"event_type":"flow","src_ip":"10.0.1.7","src_port":40100,"dest_ip":"10.0.2.8","dest_port":443,"proto":"TCP","flow":{"pkts_toserver":3,"pkts_toclient":2,"bytes_toserver":300,"bytes_toclient":200,"state":"closed"}}',
      event: { severity: 'info', bytes: 500, packets: 5, message: 'flow: 10.0.1.7 → 10.0.2.8:443' },
    },
    { text: '{"timestamp":"2024-05-06T07:08:09Z","event_type":"cart.opened","user":"ann"}', event: null },
    { text: '{"flow_id":7,"timestamp":"2024-05-06T07:08:09Z"}', event: null },
  ],
};

function readEnds(object: JsonObject, event: LogEvent): void {
  event.srcIp = addressOf(object.src_ip);
  event.dstIp = addressOf(object.dest_ip);
  event.srcPort = integerOf(object.src_port);
  event.dstPort = integerOf(object.dest_port);
  event.protocol = (textOf(object.app_proto) ?? textOf(object.proto))?.toLowerCase() ?? null;
  const request = objectOf(object.http);
  event.host = textOf(request?.hostname) ?? textOf(objectOf(object.tls)?.sni) ?? textOf(objectOf(object.dns)?.rrname);
}

function readAlert(alert: JsonObject, event: LogEvent): void {
  const signature = textOf(alert.signature);
  event.reason = signature === null ? null : cut(signature);
  event.verdict = textOf(alert.action);
  event.severity = PRIORITIES[(integerOf(alert.severity) ?? 3) - 1] ?? 'notice';
}

function readFlow(flow: JsonObject | null, event: LogEvent): void {
  if (flow === null) return;
  event.bytes = sum(flow.bytes_toserver, flow.bytes_toclient) ?? integerOf(flow.bytes);
  event.packets = sum(flow.pkts_toserver, flow.pkts_toclient) ?? integerOf(flow.pkts);
}

function sum(one: Json | undefined, other: Json | undefined): number | null {
  const [sent, received] = [integerOf(one), integerOf(other)];
  return sent === null && received === null ? null : (sent ?? 0) + (received ?? 0);
}

function messageOf(kind: string, object: JsonObject, alert: JsonObject | null, event: LogEvent): string {
  const what = textOf(alert?.signature) ?? kind;
  const { srcIp, dstIp, dstPort } = event;
  if (srcIp === null || dstIp === null) return cut(what);
  const end = dstPort === null ? dstIp : `${dstIp}:${dstPort}`;
  const about = [event.host, textOf(objectOf(object.http)?.url), event.verdict].filter((word) => word !== null);
  return cut([`${what}: ${srcIp} → ${end}`, ...about].join(' '));
}
