import { COLUMN, type SegmentColumns, SegmentColumnsBuilder } from '@/lib/columns';
import { type FieldName, type LogType, logTypeCode, type Severity, severityCode } from '@/lib/events';

/** An event of a detector's example: what it would have in its columns. */
export interface ExampleEvent {
  readonly type: LogType;
  /** Microseconds since 1970. */
  readonly time: number;
  readonly severity?: Severity;
  readonly fields?: Readonly<Partial<Record<FieldName, string | number>>>;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

export const SECOND = 1e6;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A Monday at midnight, on which examples begin. */
export const MONDAY = Date.UTC(2025, 5, 2) * 1000;

/** The columns of a segment of these events. */
export function columnsOf(events: Iterable<ExampleEvent>): SegmentColumns {
  const builder = new SegmentColumnsBuilder();
  let row = 0;
  for (const event of events) {
    builder.setTime(row, event.time);
    builder.set(row, COLUMN.type, logTypeCode(event.type));
    if (event.severity !== undefined) builder.set(row, COLUMN.severity, severityCode(event.severity));
    for (const [name, value] of Object.entries(event.fields ?? {})) {
      if (isFieldName(name)) builder.set(row, COLUMN[name], value);
    }
    builder.setAttributes(row, event.attributes ?? {});
    row += 1;
  }
  return builder.finish(row);
}

function isFieldName(name: string): name is FieldName {
  return name in COLUMN;
}
