import { type Attribute, isLogType, type LogType, type Severity, severityFromWord } from '@/lib/events';
import { type FieldReference, resolveField } from '../field-reference';
import type { OperatorExample } from '../operators';
import type { QueryableEvent } from '../queryable-event';

/** An event for tests: catalogue fields by name, everything else beside them. */
export interface SampleEvent {
  readonly type: LogType;
  readonly severity: Severity | null;
  readonly time: number | null;
  readonly message: string;
  readonly text: string;
  readonly fields: ReadonlyMap<string, string | number>;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export const EMPTY_EVENT: SampleEvent = {
  type: 'application',
  severity: null,
  time: null,
  message: '',
  text: '',
  fields: new Map(),
  attributes: new Map(),
};

export function queryable(event: SampleEvent): QueryableEvent {
  return {
    type: event.type,
    severity: event.severity,
    time: event.time,
    message: event.message,
    text: event.text,
    field: (name) => event.fields.get(name) ?? null,
    attribute: (name) => event.attributes.get(name) ?? null,
  };
}

/** An event whose field has this value, or, for null, that has no such field. */
export function eventWith(field: FieldReference, value: string | number | null): SampleEvent {
  const event = { ...EMPTY_EVENT };
  return value === null ? event : withValue(event, field, value);
}

/** The event with a value in a further field. */
function withValue(event: SampleEvent, field: FieldReference, value: string | number): SampleEvent {
  const text = String(value);
  if (field.part !== undefined) return { ...event, time: Date.parse(text) * 1000 };
  switch (field.kind) {
    case 'type':
      return { ...event, type: isLogType(text) ? text : event.type };
    case 'severity':
      return { ...event, severity: severityFromWord(text) };
    case 'time':
      return { ...event, time: Date.parse(text) * 1000 };
    case 'attribute':
      return { ...event, attributes: new Map([...event.attributes, [field.name, value]]) };
    default:
      return field.name === 'message'
        ? { ...event, message: text }
        : { ...event, fields: new Map([...event.fields, [field.name, value]]) };
  }
}

/** The event that an example of an operator means by a value. */
export function exampleEvent(
  field: FieldReference,
  value: string | number | null,
  beside: OperatorExample['beside'],
): SampleEvent {
  const event = eventWith(field, value);
  return beside === undefined ? event : withValue(event, resolveField(beside.field), beside.value);
}
