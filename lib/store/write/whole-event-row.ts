import { type LogEvent, type LogType, logTypeCode, severityCode } from '@/lib/events';
import type { CopyBuffer } from './copy-buffer';
import type { Place } from './event-row';
import { postgresJson } from './postgres-json';

/** The columns of table `event_row` in the order in which `writeWholeRow` writes them. */
export const WHOLE_ROW_COLUMNS = [
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

/**
 * Appends one event of a growing segment as a row that names no parts and has all fields itself; whatever the record claimed,
 * the row fits the table.
 */
export function writeWholeRow(copy: CopyBuffer, segment: number, event: LogEvent, type: LogType, place: Place): void {
  const row = new Row(copy);
  copy.row(WHOLE_ROW_COLUMNS.length);
  copy.int4(segment);
  copy.int4(place.n);
  copy.timestamp(event.time === null ? null : Math.floor(event.time));
  row.int8(event.bytes);
  row.int8(event.packets);
  row.float8(event.durationMs);
  row.int4(place.file);
  copy.int4(place.line);
  copy.int4(place.lines);
  copy.int4(place.block);
  copy.int4(place.offset);
  copy.int4(place.length);
  row.int4(event.status);
  row.int4(event.srcPort);
  row.int4(event.dstPort);
  row.int4(event.pid);
  row.int4(event.restart);
  row.int2(logTypeCode(type));
  row.int2(event.severity === null ? null : severityCode(event.severity));
  copy.int2(event.timeGuess);
  writePlaceAndRequest(row, event);
  writeNetworkAndRecord(row, event);
  copy.text(clean(event.message, MESSAGE_CHARACTERS_MAX));
  copy.jsonb(attributesJson(event));
  copy.int4Array(place.spans);
}

function writePlaceAndRequest(row: Row, event: LogEvent): void {
  row.text(event.cluster);
  row.text(event.node);
  row.text(event.namespace);
  row.text(event.pod);
  row.text(event.container);
  row.text(event.component);
  row.text(event.unit);
  row.text(event.stream);
  row.text(event.user);
  row.text(event.verb);
  row.text(event.resource);
  row.text(event.subresource);
  row.text(event.apiGroup);
  row.text(event.name);
  row.text(event.decision);
  row.text(event.reason);
  row.text(event.userAgent);
  row.text(event.method);
  row.text(event.path);
  row.text(event.host);
}

function writeNetworkAndRecord(row: Row, event: LogEvent): void {
  row.text(event.srcIp);
  row.text(event.srcNamespace);
  row.text(event.srcPod);
  row.text(event.dstIp);
  row.text(event.dstNamespace);
  row.text(event.dstPod);
  row.text(event.protocol);
  row.text(event.verdict);
  row.text(event.direction);
  row.text(event.image);
  row.text(event.caller);
  row.text(event.format ?? 'plain');
  row.text(event.envelope);
}

/** Values as the columns of a row hold them. */
class Row {
  constructor(private readonly copy: CopyBuffer) {}

  text(value: string | null): void {
    this.copy.text(value === null || value === '' ? null : clean(value, FIELD_CHARACTERS_MAX));
  }

  int2(value: number | null): void {
    this.copy.int2(value);
  }

  int4(value: number | null): void {
    this.copy.int4(safeInteger(value, INT4_MAX));
  }

  int8(value: number | null): void {
    this.copy.int8(safeInteger(value, Number.MAX_SAFE_INTEGER));
  }

  float8(value: number | null): void {
    this.copy.float8(value === null || Number.isFinite(value) ? value : null);
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
