import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import { type LogEvent, type LogType, logTypeCode, severityCode } from '@/lib/events';
import type { CopyBuffer } from './copy-buffer';
import { postgresJson } from './postgres-json';

/** Where an event's original stands in a segment. Offsets and lengths are bytes in the uncompressed block. */
export interface Place {
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

/** Where the values of a segment's events go: into the table, and into the columns that are stored with it. */
export interface RowTarget {
  readonly copy: CopyBuffer;
  readonly columns: SegmentColumnsBuilder;
}

/** Appends one event as a row; whatever the record claimed, the row fits the table. */
export function writeEventRow(target: RowTarget, segment: number, event: LogEvent, type: LogType, place: Place): void {
  const row = new Row(target, place.n);
  const { copy } = target;
  copy.row(EVENT_COLUMNS.length);
  copy.int4(segment);
  copy.int4(place.n);
  row.time(event.time);
  row.int8(COLUMN.bytes, event.bytes);
  row.int8(COLUMN.packets, event.packets);
  row.float8(COLUMN.duration_ms, event.durationMs);
  row.int4(COLUMN.file, place.file);
  copy.int4(place.line);
  copy.int4(place.lines);
  copy.int4(place.block);
  copy.int4(place.offset);
  copy.int4(place.length);
  row.int4(COLUMN.status, event.status);
  row.int4(COLUMN.src_port, event.srcPort);
  row.int4(COLUMN.dst_port, event.dstPort);
  row.int4(COLUMN.pid, event.pid);
  row.int4(COLUMN.restart, event.restart);
  row.int2(COLUMN.type, logTypeCode(type));
  row.int2(COLUMN.severity, event.severity === null ? null : severityCode(event.severity));
  copy.int2(event.timeGuess);
  writePlaceAndRequest(row, event);
  writeNetworkAndRecord(row, event);
  copy.text(clean(event.message, MESSAGE_CHARACTERS_MAX));
  copy.jsonb(attributesJson(event));
  if (event.attributes !== null) target.columns.setAttributes(place.n, event.attributes);
  copy.int4Array(place.spans);
}

function writePlaceAndRequest(row: Row, event: LogEvent): void {
  row.text(COLUMN.cluster, event.cluster);
  row.text(COLUMN.node, event.node);
  row.text(COLUMN.namespace, event.namespace);
  row.text(COLUMN.pod, event.pod);
  row.text(COLUMN.container, event.container);
  row.text(COLUMN.component, event.component);
  row.text(COLUMN.unit, event.unit);
  row.text(COLUMN.stream, event.stream);
  row.text(COLUMN.user, event.user);
  row.text(COLUMN.verb, event.verb);
  row.text(COLUMN.resource, event.resource);
  row.text(COLUMN.subresource, event.subresource);
  row.text(COLUMN.api_group, event.apiGroup);
  row.text(COLUMN.name, event.name);
  row.text(COLUMN.decision, event.decision);
  row.text(COLUMN.reason, event.reason);
  row.text(COLUMN.user_agent, event.userAgent);
  row.text(COLUMN.method, event.method);
  row.text(COLUMN.path, event.path);
  row.text(COLUMN.host, event.host);
}

function writeNetworkAndRecord(row: Row, event: LogEvent): void {
  row.text(COLUMN.src_ip, event.srcIp);
  row.text(COLUMN.src_namespace, event.srcNamespace);
  row.text(COLUMN.src_pod, event.srcPod);
  row.text(COLUMN.dst_ip, event.dstIp);
  row.text(COLUMN.dst_namespace, event.dstNamespace);
  row.text(COLUMN.dst_pod, event.dstPod);
  row.text(COLUMN.protocol, event.protocol);
  row.text(COLUMN.verdict, event.verdict);
  row.text(COLUMN.direction, event.direction);
  row.text(COLUMN.image, event.image);
  row.text(COLUMN.caller, event.caller);
  row.text(COLUMN.format, event.format ?? 'plain');
  row.text(COLUMN.envelope, event.envelope);
}

/** One event on its way out: each value goes to the row and, as the row holds it, to its column. */
class Row {
  private readonly copy: CopyBuffer;
  private readonly columns: SegmentColumnsBuilder;

  constructor(
    target: RowTarget,
    private readonly n: number,
  ) {
    this.copy = target.copy;
    this.columns = target.columns;
  }

  time(time: number | null): void {
    this.copy.timestamp(time);
    this.columns.setTime(this.n, time);
  }

  text(column: number, value: string | null): void {
    if (value === null || value === '') {
      this.copy.null();
      return;
    }
    const cleaned = clean(value, FIELD_CHARACTERS_MAX);
    this.copy.text(cleaned);
    this.columns.set(this.n, column, cleaned);
  }

  int2(column: number, value: number | null): void {
    this.copy.int2(value);
    this.columns.set(this.n, column, value);
  }

  int4(column: number, value: number | null): void {
    const safe = safeInteger(value, INT4_MAX);
    this.copy.int4(safe);
    this.columns.set(this.n, column, safe);
  }

  int8(column: number, value: number | null): void {
    const safe = safeInteger(value, Number.MAX_SAFE_INTEGER);
    this.copy.int8(safe);
    this.columns.set(this.n, column, safe);
  }

  float8(column: number, value: number | null): void {
    const finite = value === null || Number.isFinite(value) ? value : null;
    this.copy.float8(finite);
    this.columns.set(this.n, column, finite);
  }
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
