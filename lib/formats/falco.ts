import { type LogEvent, type Severity, severityFromWord } from '@/lib/events';
import { parseEndpoint } from './addresses';
import { compactJson } from './compact-json';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { arrayOf, cut, integerOf, joinedTexts, objectOf, textOf } from './json-value';

const FIELDS_MAX = 96;
/** Fields that are columns, or the time once more as a number that JSON cannot hold exactly. */
const KNOWN: ReadonlySet<string> = new Set([
  'evt.time',
  'evt.time.iso8601',
  'evt.rawtime',
  'evt.datetime',
  'k8s.ns.name',
  'k8s.pod.name',
  'container.name',
  'user.name',
  'proc.pid',
]);

/** Falco's alerts with `json_output: true`, by themselves or inside syslog, container output or a webhook's record. */
export const falco: ObjectFormat = {
  name: 'falco',
  title: 'Falco alerts (JSON)',
  about: 'The rule, its priority and tags, and the fields of the call that it saw, by their own names.',
  source: 'https://falco.org/docs/concepts/outputs/formatting/ and userspace/engine/formats.cpp',
  type: 'node',
  reads: 'object',
  read(object, event, context) {
    const rule = textOf(object.rule);
    const severity = typeof object.priority === 'string' ? severityOf(object.priority) : null;
    if (rule === null || severity === null) return NOT_MINE;
    if (textOf(object.output) === null && objectOf(object.output_fields) === null) return NOT_MINE;
    if (!setJsonTime(event, context, object.time))
      setJsonTime(event, context, objectOf(object.output_fields)?.['evt.time']);
    event.type = 'node';
    event.component = 'falco';
    event.severity = severity;
    event.node = textOf(object.hostname) ?? event.node;
    event.setAttribute('rule', cut(rule));
    event.setAttribute('priority', textOf(object.priority));
    event.setAttribute('source', textOf(object.source));
    event.setAttribute('tags', joinedTexts(object.tags));
    event.setAttribute('uuid', textOf(object.uuid));
    readFalcoFields(objectOf(object.output_fields) ?? {}, event);
    event.message = messageOf(textOf(object.output), rule);
    return READ;
  },
  examples: [
    {
      text: '{"hostname":"node-1","output":"07:08:09.123456789: Warning Sensitive file opened (user=root file=/etc/shadow)","priority":"Warning","rule":"Read sensitive file","source":"syscall","tags":["filesystem","T1003"],"time":"2024-05-06T07:08:09.123456789Z","output_fields":{"evt.time":1714979289123456789,"proc.name":"cat","proc.pid":4711,"proc.aname[2]":"bash","fd.name":"/etc/shadow","user.name":"root","user.uid":0,"k8s.ns.name":"shop","k8s.pod.name":"cart-0","container.name":"web","container.image.repository":"registry.example/web","container.image.tag":"1.2","proc.tty":null,"container.ip":"<NA>"}}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        type: 'node',
        severity: 'warning',
        node: 'node-1',
        component: 'falco',
        namespace: 'shop',
        pod: 'cart-0',
        container: 'web',
        user: 'root',
        pid: 4711,
        image: 'registry.example/web:1.2',
        message: 'Sensitive file opened (user=root file=/etc/shadow)',
        attributes: {
          rule: 'Read sensitive file',
          priority: 'Warning',
          source: 'syscall',
          tags: 'filesystem,T1003',
          'proc.name': 'cat',
          'proc.aname[2]': 'bash',
          'fd.name': '/etc/shadow',
          'user.uid': 0,
          'container.image.repository': 'registry.example/web',
          'container.image.tag': '1.2',
        },
      },
    },
    {
      text: '{"output":"07:08:09.000000001: Notice Unexpected connection","priority":"Notice","rule":"Unexpected connection","time":"2024-05-06T07:08:09Z","output_fields":{"fd.name":"10.0.0.7:40100->198.51.100.9:443","fd.l4proto":"tcp"}}',
      event: {
        severity: 'notice',
        srcIp: '10.0.0.7',
        srcPort: 40100,
        dstIp: '198.51.100.9',
        dstPort: 443,
        protocol: 'tcp',
      },
    },
    {
      text: '{"rule":"r","priority":"Informational","output":"o","time":"2024-05-06T07:08:09Z"}',
      event: { severity: 'info' },
    },
    { text: '{"rule":"r","priority":"high","output":"o"}', event: null },
    { text: '{"rule":7,"priority":"Warning","output":"o"}', event: null },
    { text: '{"rule":"first","priority":"error"}', event: null },
  ],
};

/** Falco's eight priorities are syslog's (https://falco.org/docs/concepts/rules/basic-elements/#priority). */
function severityOf(priority: string): Severity | null {
  return /^(?:emergency|alert|critical|error|warning|notice|info(?:rmational)?|debug)$/i.test(priority)
    ? severityFromWord(priority)
    : null;
}

/** The output without the time and the priority that it opens with. */
function messageOf(output: string | null, rule: string): string {
  if (output === null) return rule;
  const opening = /^[\dT:.+Z-]{8,40}: (?:[A-Z][a-z]{3,12} )?/.exec(output.slice(0, 64));
  return opening === null ? output : output.slice(opening[0].length);
}

/** The fields that the rule's output names; `null` and `<NA>` say nothing. */
export function readFalcoFields(fields: JsonObject, event: LogEvent): void {
  event.namespace = said(fields['k8s.ns.name']) ?? event.namespace;
  event.pod = said(fields['k8s.pod.name']) ?? event.pod;
  event.container = said(fields['container.name']) ?? event.container;
  event.user = said(fields['user.name']) ?? said(fields['ka.user.name']) ?? event.user;
  event.pid = integerOf(fields['proc.pid']) ?? event.pid;
  const image = said(fields['container.image.repository']);
  const tag = said(fields['container.image.tag']);
  if (image !== null) event.image = tag === null ? image : `${image}:${tag}`;
  readConnection(fields, event);
  let left = FIELDS_MAX;
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === undefined || KNOWN.has(key) || key.length > 100) continue;
    if (left-- === 0) return;
    event.setAttribute(key, attributeOf(value));
  }
}

function said(value: Json | undefined): string | null {
  const text = textOf(value);
  return text === null || text === '<NA>' || text === 'N/A' ? null : cut(text);
}

function attributeOf(value: Json): string | number | boolean | null {
  if (typeof value === 'string') return said(value);
  if (typeof value !== 'object' || value === null) return value;
  return joinedTexts(value) ?? (arrayOf(value).length === 0 && Array.isArray(value) ? null : compactJson(value));
}

/** `10.0.0.7:40100->198.51.100.9:443`, or the ends by themselves. */
function readConnection(fields: JsonObject, event: LogEvent): void {
  const name = textOf(fields['fd.name']) ?? '';
  const arrow = name.length < 120 ? name.indexOf('->') : -1;
  const client = parseEndpoint(arrow === -1 ? (said(fields['fd.cip']) ?? '') : name.slice(0, arrow));
  const server = parseEndpoint(arrow === -1 ? (said(fields['fd.sip']) ?? '') : name.slice(arrow + 2));
  event.srcIp = client?.ip ?? event.srcIp;
  event.srcPort = client?.port ?? portOf(fields['fd.cport']) ?? event.srcPort;
  event.dstIp = server?.ip ?? event.dstIp;
  event.dstPort = server?.port ?? portOf(fields['fd.sport']) ?? event.dstPort;
  const protocol = said(fields['fd.l4proto']);
  if (protocol !== null && protocol !== 'unknown') event.protocol = protocol;
}

function portOf(value: Json | undefined): number | null {
  const port = integerOf(value);
  return port !== null && port > 0 && port <= 65_535 ? port : null;
}
