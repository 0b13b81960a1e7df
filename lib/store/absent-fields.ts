import { type FieldReference, nearestTexts, QUERY_FIELDS } from '@/lib/query';

const MEANT_MAX = 2;
const NAMES = QUERY_FIELDS.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => ({ name, alias })));

/**
 * What a reader of a table must know: that a column is empty because no event has such a field, and which one may have been
 * meant. `rows` are all rows of the answer.
 */
export function absentFields(columns: readonly FieldReference[], rows: readonly (readonly unknown[])[]): string[] {
  if (rows.length === 0) return [];
  return columns.flatMap(({ name, kind }, place) => {
    if (kind !== 'attribute' || rows.some((row) => row[place] !== null)) return [];
    const meant = nearestTexts(name, NAMES, ({ alias }) => alias, MEANT_MAX * 2).map((each) => each.name);
    const names = [...new Set(meant)].slice(0, MEANT_MAX);
    return [`No event here has a field “${name}”${names.length === 0 ? '' : `; did you mean ${names.join(' or ')}?`}`];
  });
}
