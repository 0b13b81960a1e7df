import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import { type LogEvent, type LogType, logTypeCode, severityCode } from '@/lib/events';
import { clean } from './clean';

/** The format of what no format read. */
export const PLAIN = 'plain';
const FIELD_CHARACTERS_MAX = 4096;
const INT4_MAX = 2_147_483_647;
const COLUMNS = Object.keys(COLUMN).length;

/** Where fields are noted as columns, too. */
export type NotedColumns = Pick<SegmentColumnsBuilder, 'set' | 'setTime' | 'heldText'>;

/**
 * The fields of one event as table and columns hold them, each by its column's number; whatever the record claimed, they fit
 * the table. One object for all events of a segment.
 */
export class RowValues {
  readonly texts: (string | null)[] = new Array(COLUMNS).fill(null);
  readonly numbers: (number | null)[] = new Array(COLUMNS).fill(null);
  /** The value's code in the segment's column; 0 where there is no value, or no code. */
  readonly codes = new Int32Array(COLUMNS);
  /** Whether some value has no code. */
  someUncoded = false;
  time: number | null = null;
  private n = 0;

  constructor(private readonly columns: NotedColumns) {}

  /** Takes the fields of event `n`, and notes them in the segment's columns. */
  take(n: number, file: number, event: LogEvent, type: LogType): void {
    this.n = n;
    this.someUncoded = false;
    this.time = event.time === null ? null : Math.floor(event.time);
    this.columns.setTime(n, event.time);
    this.number(COLUMN.file, file);
    this.number(COLUMN.type, logTypeCode(type));
    this.number(COLUMN.severity, event.severity === null ? null : severityCode(event.severity));
    this.takePlace(event);
    this.takeRequest(event);
    this.takeNetwork(event);
    this.takeRecord(event);
  }

  private takePlace(event: LogEvent): void {
    this.text(COLUMN.cluster, event.cluster);
    this.text(COLUMN.node, event.node);
    this.text(COLUMN.namespace, event.namespace);
    this.text(COLUMN.pod, event.pod);
    this.text(COLUMN.container, event.container);
    this.text(COLUMN.component, event.component);
    this.text(COLUMN.unit, event.unit);
    this.text(COLUMN.stream, event.stream);
  }

  private takeRequest(event: LogEvent): void {
    this.text(COLUMN.user, event.user);
    this.text(COLUMN.verb, event.verb);
    this.text(COLUMN.resource, event.resource);
    this.text(COLUMN.subresource, event.subresource);
    this.text(COLUMN.api_group, event.apiGroup);
    this.text(COLUMN.name, event.name);
    this.text(COLUMN.decision, event.decision);
    this.text(COLUMN.reason, event.reason);
    this.integer(COLUMN.status, event.status, INT4_MAX);
    this.text(COLUMN.user_agent, event.userAgent);
    this.text(COLUMN.method, event.method);
    this.text(COLUMN.path, event.path);
    this.text(COLUMN.host, event.host);
    const { durationMs } = event;
    this.number(COLUMN.duration_ms, durationMs === null || Number.isFinite(durationMs) ? durationMs : null);
  }

  private takeNetwork(event: LogEvent): void {
    this.text(COLUMN.src_ip, event.srcIp);
    this.integer(COLUMN.src_port, event.srcPort, INT4_MAX);
    this.text(COLUMN.src_namespace, event.srcNamespace);
    this.text(COLUMN.src_pod, event.srcPod);
    this.text(COLUMN.dst_ip, event.dstIp);
    this.integer(COLUMN.dst_port, event.dstPort, INT4_MAX);
    this.text(COLUMN.dst_namespace, event.dstNamespace);
    this.text(COLUMN.dst_pod, event.dstPod);
    this.text(COLUMN.protocol, event.protocol);
    this.text(COLUMN.verdict, event.verdict);
    this.text(COLUMN.direction, event.direction);
    this.integer(COLUMN.bytes, event.bytes, Number.MAX_SAFE_INTEGER);
    this.integer(COLUMN.packets, event.packets, Number.MAX_SAFE_INTEGER);
  }

  private takeRecord(event: LogEvent): void {
    this.text(COLUMN.image, event.image);
    this.text(COLUMN.caller, event.caller);
    this.integer(COLUMN.pid, event.pid, INT4_MAX);
    this.integer(COLUMN.restart, event.restart, INT4_MAX);
    this.text(COLUMN.format, event.format ?? PLAIN);
    this.text(COLUMN.envelope, event.envelope);
  }

  private text(column: number, value: string | null): void {
    if (value === null || value === '') {
      this.texts[column] = null;
      this.codes[column] = 0;
      return;
    }
    const cut = value.length > FIELD_CHARACTERS_MAX ? value.slice(0, FIELD_CHARACTERS_MAX) : value;
    this.code(column, cut);
    // What the column holds was cleaned when it was met first.
    this.texts[column] = this.columns.heldText(column) ?? clean(cut, FIELD_CHARACTERS_MAX);
  }

  private integer(column: number, value: number | null, max: number): void {
    this.number(column, value === null || !(Math.abs(value) <= max) ? null : Math.trunc(value));
  }

  private number(column: number, value: number | null): void {
    this.numbers[column] = value;
    if (value === null) this.codes[column] = 0;
    else this.code(column, value);
  }

  private code(column: number, value: string | number): void {
    const code = this.columns.set(this.n, column, value);
    this.codes[column] = code;
    if (code === 0) this.someUncoded = true;
  }
}
