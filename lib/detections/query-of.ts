import { withClause } from '@/lib/query';

/** Values of a field that an event has one of; an empty text or null: it has no value. */
export type Wanted = string | number | null | readonly string[];

/** The filter on events that have all of these values. */
export function queryOf(wanted: Readonly<Record<string, Wanted>>): string {
  return Object.entries(wanted)
    .map(([field, value]) => clauseOf(field, value))
    .filter((clause) => clause !== '')
    .join(' ');
}

/** The filter on events that any of these filters finds. */
export function queryOfAny(queries: readonly string[]): string {
  const different = [...new Set(queries)];
  if (different.length < 2) return different[0] ?? '';
  return `(${different.map((query) => `(${query})`).join(' or ')})`;
}

function clauseOf(field: string, value: Wanted): string {
  if (value === null || value === '') return withoutValue(field);
  if (typeof value === 'string' || typeof value === 'number') return withClause('', field, String(value), 'include');
  const texts = value.filter((text) => text !== '');
  const clause = texts.reduce((query, text) => withClause(query, field, text, 'include'), '');
  if (texts.length === value.length) return clause;
  return texts.length === 0 ? withoutValue(field) : `(${clause} or ${withoutValue(field)})`;
}

function withoutValue(field: string): string {
  // A clause to exclude a value has the field's name written as a query needs it.
  return withClause('', field, '0', 'exclude').replace(/:[^:]*$/, ':*');
}
