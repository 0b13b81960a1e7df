import { type LogEvent, type LogType, logTypeCode, severityCode } from '@/lib/events';
import type { CopyBuffer } from './copy-buffer';
import { postgresJson } from './postgres-json';

/** Where an event's original stands. Offsets and lengths are bytes in the uncompressed block. */
export interface Place {
  readonly segment: number;
  /** The event's ordinal in its segment. */
  readonly n: number;
  readonly file: number;
  /** First physical line, from 1. */
  readonly line: number;
  /** Physical lines that belong to this event; 0 when it shares its line with the event before it. */
  readonly lines: number;
  readonly block: number;
  readonly offset: number;
  readonly length: number;
  /** Further pieces as (block, offset, length) triples; null when the original is one run of bytes. */
  readonly spans: readonly number[] | null;
}

/** The columns of table `event` in the order in which `writeEventRow` writes them. */
export const EVENT_COLUMNS = [
  'segment',
  'n',
  'time',
  'bytes',
  'packets',
  'duration_ms',
  'file',
  'line',
  'lines',
  'block',
  'raw_offset',
  'raw_length',
  'status',
  'src_port',
  'dst_port',
  'pid',
  'restart',
  'type',
  'severity',
  'time_guess',
  'cluster',
  'node',
  'namespace',
  'pod',
  'container',
  'component',
  'unit',
  'stream',
  'user_name',
  'verb',
  'resource',
  'subresource',
  'api_group',
  'name',
  'decision',
  'reason',
  'user_agent',
  'method',
  'path',
  'host',
  'src_ip',
  'src_namespace',
  'src_pod',
  'dst_ip',
  'dst_namespace',
  'dst_pod',
  'protocol',
  'verdict',
  'direction',
  'image',
  'caller',
  'format',
  'envelope',
  'message',
  'attributes',
  'spans',
] as const;

/** Longer messages are cut here; the whole is in the original bytes. */
const MESSAGE_CHARACTERS_MAX = 32_768;
const FIELD_CHARACTERS_MAX = 4096;
const INT4_MAX = 2_147_483_647;

/** Appends one event as a row; whatever the record claimed, the row fits the table. */
export function writeEventRow(copy: CopyBuffer, event: LogEvent, type: LogType, place: Place): void {
  copy.row(EVENT_COLUMNS.length);
  copy.int4(place.segment);
  copy.int4(place.n);
  copy.timestamp(event.time);
  copy.int8(safeInteger(event.bytes, Number.MAX_SAFE_INTEGER));
  copy.int8(safeInteger(event.packets, Number.MAX_SAFE_INTEGER));
  copy.float8(event.durationMs);
  copy.int4(place.file);
  copy.int4(place.line);
  copy.int4(place.lines);
  copy.int4(place.block);
  copy.int4(place.offset);
  copy.int4(place.length);
  copy.int4(safeInteger(event.status, INT4_MAX));
  copy.int4(safeInteger(event.srcPort, INT4_MAX));
  copy.int4(safeInteger(event.dstPort, INT4_MAX));
  copy.int4(safeInteger(event.pid, INT4_MAX));
  copy.int4(safeInteger(event.restart, INT4_MAX));
  copy.int2(logTypeCode(type));
  copy.int2(event.severity === null ? null : severityCode(event.severity));
  copy.int2(event.timeGuess);
  writePlaceAndRequest(copy, event);
  writeNetworkAndRecord(copy, event);
  copy.text(clean(event.message, MESSAGE_CHARACTERS_MAX));
  copy.jsonb(attributesJson(event));
  copy.int4Array(place.spans);
}

function writePlaceAndRequest(copy: CopyBuffer, event: LogEvent): void {
  text(copy, event.cluster);
  text(copy, event.node);
  text(copy, event.namespace);
  text(copy, event.pod);
  text(copy, event.container);
  text(copy, event.component);
  text(copy, event.unit);
  text(copy, event.stream);
  text(copy, event.user);
  text(copy, event.verb);
  text(copy, event.resource);
  text(copy, event.subresource);
  text(copy, event.apiGroup);
  text(copy, event.name);
  text(copy, event.decision);
  text(copy, event.reason);
  text(copy, event.userAgent);
  text(copy, event.method);
  text(copy, event.path);
  text(copy, event.host);
}

function writeNetworkAndRecord(copy: CopyBuffer, event: LogEvent): void {
  text(copy, event.srcIp);
  text(copy, event.srcNamespace);
  text(copy, event.srcPod);
  text(copy, event.dstIp);
  text(copy, event.dstNamespace);
  text(copy, event.dstPod);
  text(copy, event.protocol);
  text(copy, event.verdict);
  text(copy, event.direction);
  text(copy, event.image);
  text(copy, event.caller);
  text(copy, event.format ?? 'plain');
  text(copy, event.envelope);
}

function text(copy: CopyBuffer, value: string | null): void {
  if (value === null || value === '') copy.null();
  else copy.text(clean(value, FIELD_CHARACTERS_MAX));
}

/** Postgres text cannot hold U+0000: it becomes U+FFFD, as bytes that are no UTF-8 do. */
function clean(value: string, charactersMax: number): string {
  const cut = value.length > charactersMax ? value.slice(0, charactersMax) : value;
  return cut.includes('\0') ? cut.replaceAll('\0', '\uFFFD') : cut;
}

function safeInteger(value: number | null, max: number): number | null {
  if (value === null || !Number.isFinite(value) || Math.abs(value) > max) return null;
  return Math.trunc(value);
}

function attributesJson(event: LogEvent): string | null {
  if (event.attributes === null && event.unparsed === null) return null;
  if (event.unparsed !== null) event.setAttribute('unparsed', event.unparsed);
  return postgresJson(event.attributes);
}
