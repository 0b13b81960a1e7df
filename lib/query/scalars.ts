import { isLogType, LOG_TYPES, SEVERITIES, severityFromWord } from '@/lib/events';
import { type FieldReference, unitOf } from './field-reference';
import type { Scalar } from './operators';
import { QueryError, type Span } from './query-error';
import { resolveTime } from './time';
import { timePartMember } from './time-part';
import { parseQuantity } from './units';

/** Reads the value that a field is to be equal to; throws QueryError when the field can never have it. */
export function readEqual(text: string, field: FieldReference, at: Span): Scalar {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return readNumber(text, field, at);
    case 'severity':
      return readSeverity(text, at);
    case 'type':
      return readType(text, at);
    case 'time':
      throw new QueryError('a time is given as time>now-1h or time:[2026-01-31T10:00 TO 2026-01-31T11:00]', at);
    case 'id':
      return readId(text, at);
    default:
      return text;
  }
}

/** Reads a value that a field is compared with; throws QueryError when the field has no order. */
export function readOrdered(text: string, field: FieldReference, at: Span): Scalar {
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'attribute':
      return readNumber(text, field, at);
    case 'severity':
      return readSeverity(text, at);
    case 'time':
      return readTime(text, at);
    default:
      throw new QueryError(`${field.name} has no order; >, <, and ranges work on numbers, severity and time`, at);
  }
}

/** The segment and number in an event's id. */
export function eventIdParts(id: string): { segment: number; n: number } | null {
  const [, segment, n] = /^(\d{1,10})[-.](\d{1,10})$/.exec(id) ?? [];
  const parts = { segment: Number(segment), n: Number(n) };
  return parts.segment <= INTEGER_MAX && parts.n <= INTEGER_MAX ? parts : null;
}

const INTEGER_MAX = 2_147_483_647;

function readNumber(text: string, field: FieldReference, at: Span): number {
  if (field.part !== undefined) return readPart(text, field.name, timePartMember(field.part), at);
  const quantity = parseQuantity(text);
  const isDuration = unitOf(field) === 'milliseconds';
  if (quantity === null) {
    const hint = isDuration ? '250, 250ms or 3s' : '400 or 1MB';
    throw new QueryError(`${field.name} needs a number here, such as ${hint}`, at);
  }
  if (quantity.unit === 'duration' && !isDuration) {
    throw new QueryError(`the unit of ${field.name} is not known to be one of time; write the plain number`, at);
  }
  if (quantity.unit === 'size' && isDuration) {
    throw new QueryError('a duration is not a size; write 250ms or 3s', at);
  }
  return quantity.number;
}

function readPart(
  text: string,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
  at: Span,
): number {
  const number = /^[0-9]{1,4}$/.test(text) ? Number(text) : null;
  if (number !== null && number >= least && number <= most) return number;
  throw new QueryError(`${name} is a whole number from ${least} to ${most}`, at);
}

function readSeverity(text: string, at: Span): Scalar {
  const severity = severityFromWord(text);
  if (severity === null) throw new QueryError(`a severity is one of ${SEVERITIES.join(', ')}`, at);
  return severity;
}

function readType(text: string, at: Span): Scalar {
  const type = text.toLowerCase();
  if (!isLogType(type)) throw new QueryError(`a type is one of ${LOG_TYPES.join(', ')}`, at);
  return type;
}

/** Keeps the text: relative times move with the clock. */
function readTime(text: string, at: Span): Scalar {
  try {
    resolveTime(text, new Date(0));
    return text;
  } catch (error) {
    throw error instanceof QueryError ? new QueryError(error.message, at) : error;
  }
}

function readId(text: string, at: Span): Scalar {
  const parts = eventIdParts(text);
  if (parts === null) throw new QueryError('an id is two numbers with a dash between', at);
  return `${parts.segment}-${parts.n}`;
}
