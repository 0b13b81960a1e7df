import type { LogEvent } from '@/lib/events';
import { flowSentence } from './flow-sentence';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime, textMicros } from './json-time';
import { addressOf, arrayOf, cut, integerOf, numberOf, objectOf, shortTextOf } from './json-value';
import { protocolName } from './protocols';

/** Network Activity and DNS Activity. */
const CLASSES: ReadonlySet<unknown> = new Set([4001, 4003]);
const DIRECTIONS: ReadonlyMap<string, 'ingress' | 'egress'> = new Map([
  ['inbound', 'ingress'],
  ['outbound', 'egress'],
]);
const VERDICTS: ReadonlyMap<string, string> = new Map([
  ['allowed', 'allow'],
  ['denied', 'deny'],
  ['blocked', 'deny'],
  ['dropped', 'dropped'],
]);
const ANSWERS_MAX = 32;

/** Flows and DNS queries in the Open Cybersecurity Schema Framework, as security lakes keep those of clouds. */
export const ocsfNetwork: ObjectFormat = {
  name: 'ocsf-network',
  title: 'OCSF network and DNS activity',
  about:
    'Flows and DNS queries in the shape of OCSF, as Amazon Security Lake keeps VPC flow logs and resolver queries.',
  source: 'https://schema.ocsf.io/1.1.0/classes/network_activity; dns_activity',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const query = objectOf(object.query);
    if (!isNetworkActivity(object, query)) return NOT_MINE;
    event.type = 'network';
    for (const time of [object.start_time, object.time, object.end_time]) if (setJsonTime(event, context, time)) break;
    readEnds(object, event);
    readConnection(objectOf(object.connection_info), event);
    readTraffic(object, event);
    readOutcome(object, event);
    if (query === null) event.message = flowSentence(event);
    else readQuery(object, query, event);
    return READ;
  },
  examples: [
    {
      text: '{"class_uid":4001,"activity_name":"Traffic","time":1714979289000,"start_time":1714979289000,"end_time":1714979290000,"action":"Allowed","connection_info":{"protocol_num":6,"direction":"Outbound"},"src_endpoint":{"ip":"10.0.1.7","port":40100,"instance_uid":"i-0a1b"},"dst_endpoint":{"ip":"192.0.2.8","port":443},"traffic":{"bytes":2048,"packets":7}}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        type: 'network',
        severity: 'info',
        direction: 'egress',
        protocol: 'tcp',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '192.0.2.8',
        dstPort: 443,
        verdict: 'allow',
        bytes: 2048,
        packets: 7,
        durationMs: 1000,
        message: '10.0.1.7:40100 → 192.0.2.8:443 tcp allow 2048 bytes',
      },
    },
    {
      text: '{"class_uid":4003,"time":1714979289000,"query":{"hostname":"bad.example.","type":"A","class":"IN"},"rcode":"NoError","answers":[{"type":"A","rdata":"192.0.2.9"}],"disposition":"Blocked","src_endpoint":{"ip":"10.0.1.7","port":"40100"}}',
      event: {
        host: 'bad.example',
        protocol: 'dns',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        verdict: 'deny',
        severity: 'warning',
        message: 'A bad.example → NoError',
        attributes: { query_type: 'A', rcode: 'NoError', answers: '192.0.2.9' },
      },
    },
    {
      text: '{"src_endpoint":{"ip":"192.0.2.7"},"dst_endpoint":{"ip":"10.0.0.1","port":22}}',
      event: { srcIp: '192.0.2.7', dstIp: '10.0.0.1', dstPort: 22 },
    },
    { text: '{"class_uid":3002,"src_endpoint":{"ip":"192.0.2.7"},"activity_name":"Logon"}', event: null },
    { text: '{"src_endpoint":"a","dst_endpoint":"b"}', event: null },
  ],
};

/** Copies may leave the class out; two ends with addresses show it then. */
function isNetworkActivity(object: JsonObject, query: JsonObject | null): boolean {
  const from = objectOf(object.src_endpoint);
  const to = objectOf(object.dst_endpoint);
  if (object.class_uid !== undefined) {
    return CLASSES.has(object.class_uid) && (from !== null || to !== null || query !== null);
  }
  return addressOf(from?.ip) !== null && addressOf(to?.ip) !== null;
}

function readEnds(object: JsonObject, event: LogEvent): void {
  const from = objectOf(object.src_endpoint);
  const to = objectOf(object.dst_endpoint);
  event.srcIp = addressOf(from?.ip);
  event.srcPort = integerOf(from?.port);
  event.dstIp = addressOf(to?.ip);
  event.dstPort = integerOf(to?.port);
  for (const [name, end] of [
    ['source', from],
    ['destination', to],
  ] as const) {
    for (const key of ['instance_uid', 'interface_uid', 'subnet_uid', 'vpc_uid', 'hostname'] as const)
      event.setAttribute(`${name}.${key}`, shortTextOf(end?.[key]));
  }
  const cloud = objectOf(object.cloud);
  event.setAttribute('region', shortTextOf(cloud?.region));
  event.setAttribute('account_id', shortTextOf(objectOf(cloud?.account)?.uid));
}

function readConnection(connection: JsonObject | null, event: LogEvent): void {
  const number = integerOf(connection?.protocol_num);
  const name = shortTextOf(connection?.protocol_name)?.toLowerCase() ?? null;
  event.protocol = number === null || number < 0 ? name : protocolName(number);
  event.direction = DIRECTIONS.get(shortTextOf(connection?.direction)?.toLowerCase() ?? '') ?? null;
}

function readTraffic(object: JsonObject, event: LogEvent): void {
  const traffic = objectOf(object.traffic);
  event.bytes = integerOf(traffic?.bytes);
  event.packets = integerOf(traffic?.packets);
  const [start, end] = [object.start_time, object.end_time].map((time) => numberOf(time) ?? null);
  const [from, to] = [object.start_time, object.end_time].map(textMicros);
  // Numbers are milliseconds, as the schema says of all its times.
  if (typeof start === 'number' && typeof end === 'number' && end >= start) event.durationMs = end - start;
  else if (typeof from === 'number' && typeof to === 'number' && to >= from) event.durationMs = (to - from) / 1000;
}

function readOutcome(object: JsonObject, event: LogEvent): void {
  const words = [object.action, object.disposition].map((word) => shortTextOf(word)?.toLowerCase() ?? '');
  const known = words.find((word) => VERDICTS.has(word));
  event.verdict = known === undefined ? null : (VERDICTS.get(known) ?? null);
  event.severity = event.verdict === null || event.verdict === 'allow' ? 'info' : 'warning';
  event.setAttribute('activity', shortTextOf(object.activity_name));
  event.setAttribute('status_code', shortTextOf(object.status_code));
}

function readQuery(object: JsonObject, query: JsonObject, event: LogEvent): void {
  const name = cut(shortTextOf(query.hostname) ?? '');
  const type = shortTextOf(query.type);
  const code = shortTextOf(object.rcode);
  event.protocol = 'dns';
  event.host = name === '' ? null : name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
  event.verdict ??= code?.toLowerCase() ?? null;
  const answers = arrayOf(object.answers)
    .slice(0, ANSWERS_MAX)
    .map((answer) => shortTextOf(objectOf(answer)?.rdata));
  event.setAttribute('query_type', type);
  event.setAttribute('rcode', code);
  event.setAttribute('answers', cut(answers.filter((answer) => answer !== null).join(',')));
  event.message = `${type ?? '?'} ${event.host ?? '?'} → ${code ?? '?'}`;
}
