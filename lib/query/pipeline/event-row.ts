import { logTypeCode, severityCode } from '@/lib/events';
import { decimalText } from '../decimal-text';
import type { FieldReference } from '../field-reference';
import type { QueryableEvent } from '../queryable-event';
import { eventIdParts } from '../scalars';
import { type TimePart, timePartOf } from '../time-part';
import type { Cell } from './cell';

/** The value of a field of one event, as the column in Postgres has it. */
export function eventCell(field: FieldReference, event: QueryableEvent): Cell {
  switch (field.kind) {
    case 'type':
      return logTypeCode(event.type);
    case 'severity':
      return event.severity === null ? null : severityCode(event.severity);
    case 'time':
      return event.time;
    case 'attribute': {
      const value = event.attribute(field.name);
      return value === null ? null : typeof value === 'number' ? decimalText(value) : String(value);
    }
    default:
      return field.part === undefined ? otherCell(field, event) : partCell(field.part, event);
  }
}

function otherCell({ name, column }: FieldReference, event: QueryableEvent): Cell {
  if (name === 'message') return event.message;
  if (column === 'segment' || column === 'n') {
    const id = eventIdParts(String(event.field('id') ?? ''));
    return id === null ? null : id[column];
  }
  return event.field(name);
}

function partCell(part: TimePart, { time }: QueryableEvent): Cell {
  return time === null ? null : timePartOf(part, time);
}
