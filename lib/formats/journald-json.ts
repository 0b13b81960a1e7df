import { type LogEvent, severityFromSyslog } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { epochMicros } from './json-time';
import { arrayOf, cut, integerOf } from './json-value';
import type { ReadContext } from './read-context';

/** Fields that are columns already, or say the same as one. */
const KNOWN: ReadonlySet<string> = new Set([
  'MESSAGE',
  'PRIORITY',
  '_HOSTNAME',
  '_SYSTEMD_UNIT',
  'UNIT',
  'SYSLOG_IDENTIFIER',
  '_PID',
  'SYSLOG_PID',
  'SYSLOG_RAW',
  'SYSLOG_TIMESTAMP',
  '_BOOT_ID',
  '_MACHINE_ID',
  '_STREAM_ID',
  '_CAP_EFFECTIVE',
  '_SYSTEMD_INVOCATION_ID',
  '_SOURCE_REALTIME_TIMESTAMP',
  '_SOURCE_MONOTONIC_TIMESTAMP',
  'CODE_FILE',
  'CODE_LINE',
  'CODE_FUNC',
]);
const FIELDS_MAX = 48;

/** systemd's journal as JSON: every value a text, bytes as an array of numbers, what is too long as null. */
export const journaldJson: ObjectFormat = {
  name: 'journald-json',
  title: 'systemd journal as JSON',
  about: 'journalctl -o json and what log shippers make of it. The message is read by the next format.',
  source: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/',
  type: 'node',
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    if (object.MESSAGE === undefined) return NOT_MINE;
    if (!isJournal(object)) return NOT_MINE;
    readTime(object, event, context);
    event.node = journalText(object._HOSTNAME) ?? event.node;
    event.unit = journalText(object.UNIT) ?? journalText(object._SYSTEMD_UNIT) ?? event.unit;
    event.component = journalText(object.SYSLOG_IDENTIFIER) ?? journalText(object._COMM) ?? event.component;
    event.pid = integerOf(object._PID) ?? integerOf(object.SYSLOG_PID) ?? event.pid;
    const priority = integerOf(object.PRIORITY);
    if (priority !== null) event.severity = severityFromSyslog(priority);
    readContainer(object, event);
    readRest(object, event);
    context.partial = object.CONTAINER_PARTIAL_MESSAGE === 'true';
    return journalText(object.MESSAGE) ?? '';
  },
  examples: [
    {
      text: '{"__REALTIME_TIMESTAMP":"1714979289123456","_HOSTNAME":"node-1","_SYSTEMD_UNIT":"kubelet.service","SYSLOG_IDENTIFIER":"kubelet","_PID":"812","PRIORITY":"4","MESSAGE":"eviction manager: low on memory"}',
      event: {
        time: 1_714_979_289_123_456,
        node: 'node-1',
        unit: 'kubelet.service',
        component: 'kubelet',
        pid: 812,
        severity: 'warning',
      },
      content: 'eviction manager: low on memory',
    },
    {
      text: '{"_SOURCE_REALTIME_TIMESTAMP":"1714979289000001","__CURSOR":"s=1","MESSAGE":[99,97,102,195,169]}',
      event: { time: 1_714_979_289_000_001 },
      content: 'café',
    },
    { text: '{"__CURSOR":"s=2","__REALTIME_TIMESTAMP":"1714979289000002","MESSAGE":null}', event: {}, content: '' },
    { text: '{"MESSAGE":"hello","LEVEL":"info"}', event: null },
  ],
};

function isJournal(object: JsonObject): boolean {
  return (
    object.__REALTIME_TIMESTAMP !== undefined ||
    object._SOURCE_REALTIME_TIMESTAMP !== undefined ||
    object.__CURSOR !== undefined ||
    object._SYSTEMD_UNIT !== undefined ||
    object._TRANSPORT !== undefined ||
    object.SYSLOG_IDENTIFIER !== undefined
  );
}

/** When it happened, if the sender said so; else when the journal received it. */
function readTime(object: JsonObject, event: LogEvent, context: ReadContext): void {
  const source = integerOf(object._SOURCE_REALTIME_TIMESTAMP) ?? integerOf(object.__REALTIME_TIMESTAMP);
  const micros = source === null ? null : epochMicros(source);
  if (micros !== null) context.clock.setFull(event, micros);
}

/** Docker's journald driver names the container; Kubernetes' dockershim hides pod and namespace in that name. */
function readContainer(object: JsonObject, event: LogEvent): void {
  const name = journalText(object.CONTAINER_NAME);
  if (name === null) return;
  const [shim, container, pod, namespace] = name.split('_');
  if (shim === 'k8s' && container && pod && namespace) {
    event.container = container;
    event.pod = pod;
    event.namespace = namespace;
  } else event.container = name;
}

function readRest(object: JsonObject, event: LogEvent): void {
  const file = journalText(object.CODE_FILE);
  if (file !== null) event.caller = `${file}:${journalText(object.CODE_LINE) ?? '?'}`;
  let count = 0;
  for (const name of Object.keys(object)) {
    if (name.startsWith('__') || KNOWN.has(name)) continue;
    count += 1;
    if (count > FIELDS_MAX) return;
    const text = journalText(object[name]);
    if (text !== null) event.setAttribute(name, cut(text));
  }
}

/** A journal field: a text, bytes, or several values of which the first counts. */
function journalText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  const elements = arrayOf(value);
  const first = elements[0];
  if (typeof first === 'string') return first === '' ? null : first;
  if (typeof first !== 'number') return Array.isArray(first) ? journalText(first) : null;
  const bytes = new Uint8Array(elements.length);
  for (let index = 0; index < elements.length; index += 1) {
    const byte = elements[index];
    bytes[index] = typeof byte === 'number' ? byte : 0x3f;
  }
  return new TextDecoder().decode(bytes);
}
