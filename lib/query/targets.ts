import { isLogType, logTypeCode, type Severity, severityCode, severityFromWord } from '@/lib/events';
import type { FieldReference, QueryFieldKind } from './field-reference';
import type { Scalar, SqlTarget, TestTarget } from './operators';
import type { QueryableEvent } from './queryable-event';
import { eventIdParts } from './scalars';
import { type Sql, sql } from './sql';
import { resolveTime } from './time';
import { timePartMember, timePartOf } from './time-part';

/** The value of a field in table `event`. Not for `source` and `file`, which other tables know. */
export function sqlTarget(field: FieldReference, now: Date): SqlTarget {
  if (field.kind === 'id') return idTarget(field);
  return expressionTarget(field, fieldExpression(field), now);
}

/** The field itself as SQL on table `event`; an attribute as text. */
export function fieldExpression(field: FieldReference): Sql {
  if (field.kind === 'attribute') return sql`(${sql.identifier('attributes')} ->> ${field.name}::text)`;
  if (field.part !== undefined) return timePartMember(field.part).expression;
  if (field.column === null) throw new RangeError(`${field.name} has no column`);
  return sql.identifier(field.column);
}

/** A field whose values are those of an expression: the column of a sub-select, say. `expressionOf` gives those of others. */
export function expressionTarget(
  field: FieldReference,
  expression: Sql,
  now: Date,
  expressionOf: (field: FieldReference) => Sql = fieldExpression,
): SqlTarget {
  const textOf = (other: FieldReference) => asText(other, expressionOf(other));
  if (field.kind === 'attribute') return attributeTarget(field, expression, textOf);
  const text = asText(field, expression);
  return { field, text, value: expression, bind: (scalar) => bind(scalar, field, now), textOf };
}

function asText({ kind }: FieldReference, expression: Sql): Sql {
  return ORDERED_KINDS.has(kind) ? sql`${expression}::text` : expression;
}

const ORDERED_KINDS: ReadonlySet<QueryFieldKind> = new Set(['integer', 'number', 'severity', 'type', 'time']);

/** The value of a field of one event. */
export function testTarget(field: FieldReference, event: QueryableEvent, now: Date): TestTarget {
  const orderOf = (scalar: Scalar) => orderOfScalar(scalar, field, now);
  const textOf = (other: FieldReference) => testTarget(other, event, now).text;
  const { text, order } = ownValue(field, event);
  return { field, text, order, orderOf, textOf };
}

function ownValue(field: FieldReference, event: QueryableEvent): Pick<TestTarget, 'text' | 'order'> {
  switch (field.kind) {
    case 'type':
      return { text: event.type, order: null };
    case 'severity': {
      const order = event.severity === null ? null : severityCode(event.severity);
      return { text: event.severity, order };
    }
    case 'time':
      return { text: event.time === null ? null : String(event.time), order: event.time };
    case 'attribute': {
      const value = event.attribute(field.name);
      return { text: value === null ? null : String(value), order: numberOf(value) };
    }
    default: {
      const value = plainValue(field, event);
      const text = value === null ? null : String(value);
      return { text, order: typeof value === 'number' ? value : null };
    }
  }
}

function plainValue({ name, part }: FieldReference, event: QueryableEvent): string | number | null {
  if (part !== undefined) return event.time === null ? null : timePartOf(part, event.time);
  return name === 'message' ? event.message : event.field(name);
}

/** Decimal numbers without an exponent; short, so that no cast of one can fail. */
const NUMERIC = '^-?[0-9]{1,30}([.][0-9]{1,30})?$';
const NUMERIC_TEXT = new RegExp(NUMERIC);

function attributeTarget(field: FieldReference, text: Sql, textOf: SqlTarget['textOf']): SqlTarget {
  const value = sql`case when ${text} collate "C" ~ ${NUMERIC} then ${text}::float8 end`;
  return { field, text, value, bind: (scalar) => sql`${scalar}::float8`, textOf };
}

function idTarget(field: FieldReference): SqlTarget {
  const [segment, n] = [sql.identifier('segment'), sql.identifier('n')];
  const bindId = (scalar: Scalar): Sql => {
    const id = eventIdParts(String(scalar));
    return id === null ? sql`(null::integer, null::integer)` : sql`(${id.segment}::integer, ${id.n}::integer)`;
  };
  return { field, text: sql`${segment}::text`, value: sql`(${segment}, ${n})`, bind: bindId, textOf: notComparable };
}

/** The parser lets nobody compare such a field with another. */
function notComparable({ name }: FieldReference): never {
  throw new RangeError(`a field that is not a text cannot be compared with ${name}`);
}

function bind(scalar: Scalar, field: FieldReference, now: Date): Sql {
  switch (field.kind) {
    case 'severity':
    case 'type':
      return sql`${codeOf(scalar)}::smallint`;
    case 'time':
      return sql`${resolveTime(String(scalar), now).toISOString()}::timestamptz`;
    case 'integer':
      // An index on an integer column serves a comparison with bigint, not one with a fraction.
      return Number.isSafeInteger(scalar) ? sql`${scalar}::bigint` : sql`${scalar}::float8`;
    case 'number':
      return sql`${scalar}::float8`;
    default:
      return sql`${scalar}::text`;
  }
}

/** A value that a query names, on the scale on which the field is ordered. */
export function orderOfScalar(scalar: Scalar, field: FieldReference, now: Date): number {
  if (field.kind === 'time') return resolveTime(String(scalar), now).getTime() * 1000;
  return typeof scalar === 'number' ? scalar : codeOf(scalar);
}

function codeOf(name: Scalar): number {
  const text = String(name);
  if (isLogType(text)) return logTypeCode(text);
  const severity: Severity | null = severityFromWord(text);
  if (severity === null) throw new RangeError(`"${text}" is neither a type nor a severity`);
  return severityCode(severity);
}

/** The number that an attribute's value is compared as; null when it is none. */
export function numberOf(value: string | number | boolean | null): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMERIC_TEXT.test(value) ? Number(value) : null;
}
