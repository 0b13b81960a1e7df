import type { FieldReference } from '../field-reference';
import type { FieldClause } from '../node';
import type { Comparator } from '../operand';
import { literalPattern, literalText, type Pattern } from '../pattern';
import { QueryError } from '../query-error';
import { clause, compareClause, existsClause, regexClause, valueClause } from './build-clause';
import type { ReadText } from './text-reader';

/**
 * A value as Elasticsearch's languages mean it: `message` is taken apart into words and matched by them, an address may be
 * a block also within quotes, and every other field is its whole value.
 */
export function engineValue(field: FieldReference, value: ReadText): FieldClause {
  const { pattern, at } = value;
  const [only] = pattern;
  if (!value.quoted && pattern.length === 1 && only?.kind === 'any') return existsClause(field, at);
  if (field.name === 'message' && pattern.length > 0) return wordsWithin(field, value);
  const text = literalText(pattern);
  if (text === null || text === '')
    return text === '' ? valueClause(field, value) : clause(field, { kind: 'word', pattern, at });
  if (field.kind === 'address') return clause(field, { kind: 'word', pattern: literalPattern(text), at });
  return valueClause(field, { ...value, quoted: true });
}

/** The words stand in the value as words, in this order. */
export function wordsWithin(field: FieldReference, { pattern, at }: ReadText): FieldClause {
  const source = pattern.map(sourceOf).join('').trim();
  const before = /^[\p{L}\p{N}_]/u.test(source) ? '\\b' : '';
  const after = pattern.at(-1)?.kind === 'literal' && /[\p{L}\p{N}_]$/u.test(source) ? '\\b' : '';
  return regexClause(field, `${before}${source}${after}`, at);
}

function sourceOf(part: Pattern[number]): string {
  if (part.kind !== 'literal') return part.kind === 'any' ? '\\w*' : '\\w';
  return part.text.replace(/[^\p{L}\p{N}\s_-]/gu, '\\$&').replace(/\s+/g, '\\s+');
}

/** A comparison; a day without a time of day is the whole day, as Elasticsearch rounds it. */
export function engineCompare(field: FieldReference, comparator: Comparator, value: ReadText): FieldClause {
  const text = literalText(value.pattern);
  const rounds = comparator === '<=' || comparator === '>';
  if (field.kind !== 'time' || text === null || !rounds) return compareClause(field, comparator, value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const next = { ...value, pattern: literalPattern(dayAfter(text, value)) };
    return compareClause(field, comparator === '<=' ? '<' : '>=', next);
  }
  if (/^\d{4}(?:-\d\d)?$|[T ]\d\d(?::\d\d)?Z?$|\//.test(text)) {
    throw new QueryError('Elasticsearch rounds this time up; write it with its seconds', value.at);
  }
  return compareClause(field, comparator, value);
}

function dayAfter(day: string, { at }: ReadText): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new QueryError(`"${day}" is not a day`, at);
  return new Date(time + 86_400_000).toISOString().slice(0, 10);
}
