import type { Attribute, LogEvent } from '@/lib/events';
import { isAddress } from './addresses';
import { setStatus } from './assign-field';
import { flowSentence } from './flow-sentence';
import { setJsonTime } from './json-time';
import { cut, integerOf, numberOf } from './json-value';
import type { ReadContext } from './read-context';

/** The fields of one record by their names; lists are joined. A field that is unset is missing. */
export type ZeekValues = ReadonlyMap<string, Attribute>;

const ATTRIBUTES_MAX = 48;
/** What one of the setters below or the sentence takes, so that it is no attribute as well. */
const TAKEN: ReadonlySet<string> = new Set([
  'ts',
  '_path',
  'id.orig_h',
  'id.orig_p',
  'id.resp_h',
  'id.resp_p',
  'proto',
  'duration',
  'rtt',
  'query',
  'method',
  'host',
  'uri',
  'status_code',
  'user_agent',
  'username',
  'server_name',
]);
/** The protocol that a log is about, where the name of the log says so. */
const PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['dns', 'dns'],
  ['http', 'http'],
  ['ssl', 'tls'],
  ['ssh', 'ssh'],
  ['ftp', 'ftp'],
  ['smtp', 'smtp'],
  ['rdp', 'rdp'],
  ['kerberos', 'kerberos'],
  ['dhcp', 'dhcp'],
  ['ntp', 'ntp'],
]);

/** Fills an event from a record of Zeek (docs.zeek.org, log formats; the record types in base/protocols). */
export function fillFromZeek(path: string, values: ZeekValues, event: LogEvent, context: ReadContext): void {
  const text = (name: string) => textOf(values.get(name));
  event.type = 'network';
  event.severity = 'info';
  setJsonTime(event, context, numberOrText(values.get('ts')));
  readParties(values, event);
  event.protocol = PROTOCOLS.get(path) ?? text('proto')?.toLowerCase() ?? null;
  const seconds = numberOf(plain(values.get('duration') ?? values.get('rtt')));
  if (seconds !== null && seconds >= 0) event.durationMs = Number((seconds * 1000).toFixed(6));
  readCounts(values, event);
  event.host = text('query') ?? text('host') ?? text('server_name');
  event.method = text('method');
  event.path = text('uri');
  event.userAgent = text('user_agent');
  event.user = text('username');
  setStatus(event, text('status_code') ?? '');
  event.setAttribute('zeek.path', path);
  readRest(values, event);
  readOutcome(path, values, event);
  event.message = sentence(path, values, event);
}

function textOf(value: Attribute | undefined): string | null {
  return value === undefined || value === '' ? null : cut(String(value));
}

/** A truth is no number. */
function plain(value: Attribute | undefined): string | number | undefined {
  return typeof value === 'boolean' ? undefined : value;
}

function numberOrText(value: Attribute | undefined): string | number | undefined {
  const number = numberOf(plain(value));
  return number ?? plain(value);
}

function readParties(values: ZeekValues, event: LogEvent): void {
  event.srcIp = addressOf(values.get('id.orig_h')) ?? addressOf(values.get('src'));
  event.srcPort = integerOf(plain(values.get('id.orig_p')));
  event.dstIp = addressOf(values.get('id.resp_h')) ?? addressOf(values.get('dst'));
  event.dstPort = integerOf(plain(values.get('id.resp_p')) ?? plain(values.get('p')));
  const from = values.get('local_orig');
  const to = values.get('local_resp');
  if (from === true && to === false) event.direction = 'egress';
  if (from === false && to === true) event.direction = 'ingress';
}

function addressOf(value: Attribute | undefined): string | null {
  return typeof value === 'string' && isAddress(value) ? value : null;
}

function readCounts(values: ZeekValues, event: LogEvent): void {
  const count = (name: string) => integerOf(plain(values.get(name)));
  event.bytes = sum(count('orig_bytes'), count('resp_bytes')) ?? count('response_body_len');
  event.packets = sum(count('orig_pkts'), count('resp_pkts'));
}

function sum(one: number | null, other: number | null): number | null {
  const total = (one ?? 0) + (other ?? 0);
  return (one === null && other === null) || !Number.isSafeInteger(total) ? null : total;
}

function readRest(values: ZeekValues, event: LogEvent): void {
  let count = 0;
  for (const [name, value] of values) {
    if (TAKEN.has(name)) continue;
    count += 1;
    if (count > ATTRIBUTES_MAX) return;
    event.setAttribute(cut(name), typeof value === 'string' ? cut(value) : value);
  }
}

/** What went wrong, by the kind of log: a refused connection, a failed name, a bad certificate, a notice. */
function readOutcome(path: string, values: ZeekValues, event: LogEvent): void {
  const text = (name: string) => textOf(values.get(name));
  if (path === 'conn') {
    const refused = text('conn_state') === 'REJ';
    if (refused) event.verdict = 'reject';
    event.severity = refused ? 'notice' : 'info';
  } else if (path === 'dns') event.verdict = text('rcode_name')?.toLowerCase() ?? null;
  else if (path === 'notice') {
    event.severity = 'warning';
    event.reason = text('note');
  } else if (path === 'weird') {
    event.severity = 'notice';
    event.reason = text('name');
  } else if (path === 'ssl') {
    const validation = text('validation_status');
    if (validation === null || validation === 'ok') return;
    event.severity = 'warning';
    event.reason = validation;
  } else if (event.status !== null && event.status >= 400) {
    event.severity = event.status >= 500 ? 'error' : 'warning';
  }
}

function sentence(path: string, values: ZeekValues, event: LogEvent): string {
  const words = (...parts: readonly (string | number | null)[]) => parts.filter((part) => part !== null).join(' ');
  const text = (name: string) => textOf(values.get(name));
  if (path === 'conn') return words(flowSentence(event), text('service'), text('conn_state'));
  if (path === 'dns') return words(text('qtype_name'), event.host ?? '?', '→', text('rcode_name') ?? '?');
  if (path === 'http') return words(event.method, `${event.host ?? ''}${cut(event.path ?? '')}`, event.status);
  if (path === 'notice') return words(event.reason, text('msg'));
  if (path === 'weird') return words('weird', event.reason, flowSentence(event));
  return words(path, flowSentence(event), event.host, path === 'ssl' ? event.reason : null);
}
