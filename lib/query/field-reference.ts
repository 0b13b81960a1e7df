import { FIELDS } from '@/lib/events';
import { TIME_PARTS, type TimePart, timePartMember } from './time-part';

/** How a field is compared. The first four are the catalogue's; `attribute` is a field without a column. */
export type QueryFieldKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'address'
  | 'severity'
  | 'type'
  | 'time'
  | 'id'
  | 'source'
  | 'file'
  | 'attribute';

/** What a number counts. */
export type Unit = 'bytes' | 'milliseconds';

/** A field as a query names it, aliases resolved; behind a stage that counts, a column of its answer. */
export interface FieldReference {
  /** The catalogue's or the pseudo field's own name; an attribute's name as written. */
  readonly name: string;
  readonly kind: QueryFieldKind;
  /** Lower case, for sentences. */
  readonly label: string;
  /** The column of table `event`; null for attributes and for what other tables know. */
  readonly column: string | null;
  /** Of a column that was computed; a field's own unit is told by `unitOf`. */
  readonly unit?: Unit | null;
  /** Of a field that is a part of the event's time. */
  readonly part?: TimePart;
}

/** A field that a query can name, for completion and help. */
export interface QueryField extends FieldReference {
  readonly about: string;
  readonly aliases: readonly string[];
}

const OWN_FIELDS: readonly QueryField[] = [
  own('type', 'type', 'type', 'One of the five log types.', ['log.type']),
  own('severity', 'severity', 'severity', 'How grave it is, from trace to critical.', ['level', 'log.level', 'sev']),
  own('message', 'text', 'message', 'What the record says.', ['msg']),
  own('time', 'time', 'time', 'When it happened: ISO 8601, or relative such as now-1h.', ['@timestamp', 'timestamp']),
  own('source', 'source', null, 'The upload or stream that it came with: its name or its id.', ['source.id']),
  own('file', 'file', null, 'The path of its file in the source.', ['log.file.path', 'filename']),
  own('line', 'integer', 'line', 'Its first line in the file, from 1.', ['log.file.line']),
  own('lines', 'integer', 'lines', 'How many lines it has.', []),
  own('id', 'id', null, 'The id of one event.', ['_id']),
  ...TIME_PARTS.map(partField),
];

/** Every field with a name of its own; any other name is an attribute's. */
export const QUERY_FIELDS: readonly QueryField[] = [
  ...OWN_FIELDS,
  ...FIELDS.map((field) => ({
    name: field.name,
    kind: field.kind,
    label: field.label.toLowerCase(),
    column: field.column,
    about: field.about,
    aliases: field.aliases,
  })),
];

const BY_NAME: ReadonlyMap<string, FieldReference> = new Map(
  [...QUERY_FIELDS]
    .reverse()
    .flatMap((field) => [...field.aliases, field.name].map((name) => [name.toLowerCase(), reference(field)] as const)),
);

/** The field behind a name or alias, in any case; null when it is none of ours, that is an attribute's. */
export function knownField(name: string): FieldReference | null {
  return BY_NAME.get(name.toLowerCase()) ?? null;
}

/** The field that a name means in a query: a known one, else the attribute of exactly that name. */
export function resolveField(name: string): FieldReference {
  return knownField(name) ?? { name, kind: 'attribute', label: name, column: null };
}

/** The unit that a field's numbers are in; null when it is not known. */
export function unitOf({ name, unit }: FieldReference): Unit | null {
  if (unit !== undefined) return unit;
  return name === 'duration_ms' ? 'milliseconds' : name === 'bytes' ? 'bytes' : null;
}

function own(
  name: string,
  kind: QueryFieldKind,
  column: string | null,
  about: string,
  aliases: readonly string[],
): QueryField {
  return { name, kind, label: name, column, about, aliases };
}

function partField(part: TimePart): QueryField {
  const { label, about } = timePartMember(part);
  return { name: `time.${part}`, kind: 'integer', label, column: null, part, about, aliases: [] };
}

function reference({ name, kind, label, column, part }: QueryField): FieldReference {
  return part === undefined ? { name, kind, label, column } : { name, kind, label, column, part };
}
