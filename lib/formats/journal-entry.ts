import { type LogEvent, severityFromSyslog } from '@/lib/events';
import type { Json, JsonObject } from './format';
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
/** Fields that are numbers. */
const NUMBERS: ReadonlySet<string> = new Set([
  '_UID',
  '_GID',
  '_AUDIT_SESSION',
  '_AUDIT_LOGINUID',
  'SYSLOG_FACILITY',
  'ERRNO',
  'EXIT_STATUS',
  'OBJECT_PID',
]);
const FIELDS_MAX = 48;
const VALUES_MAX = 32;

/**
 * Reads an entry of systemd's journal, however it was exported, and answers its message (systemd.journal-fields(7)). A field
 * is a text, an array of bytes, or an array of several values.
 */
export function readJournalEntry(object: JsonObject, event: LogEvent, context: ReadContext): string {
  readTime(object, event, context);
  event.node = journalText(object._HOSTNAME) ?? event.node;
  event.unit = journalText(object.UNIT) ?? journalText(object._SYSTEMD_UNIT) ?? event.unit;
  event.component = journalText(object.SYSLOG_IDENTIFIER) ?? journalText(object._COMM) ?? event.component;
  event.pid = integerOf(first(object._PID)) ?? integerOf(first(object.SYSLOG_PID)) ?? event.pid;
  const priority = integerOf(first(object.PRIORITY));
  if (priority !== null) event.severity = severityFromSyslog(priority);
  readContainer(object, event);
  readRest(object, event);
  context.partial = object.CONTAINER_PARTIAL_MESSAGE === 'true';
  return journalTexts(object.MESSAGE, '\n') ?? '';
}

/** When it happened, if the sender said so; else when the journal received it. */
function readTime(object: JsonObject, event: LogEvent, context: ReadContext): void {
  const source = integerOf(first(object._SOURCE_REALTIME_TIMESTAMP)) ?? integerOf(first(object.__REALTIME_TIMESTAMP));
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
    const text = journalTexts(object[name], ',');
    if (text !== null) event.setAttribute(name, (NUMBERS.has(name) ? integerOf(text) : null) ?? cut(text));
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

function first(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? (value as readonly Json[])[0] : value;
}

/** All values of a field that has several. */
function journalTexts(value: Json | undefined, separator: string): string | null {
  const elements = arrayOf(value);
  if (elements.length < 2 || typeof elements[0] === 'number') return journalText(value);
  const texts = elements.slice(0, VALUES_MAX).map((element) => journalText(element));
  return texts.filter((text) => text !== null).join(separator) || null;
}
