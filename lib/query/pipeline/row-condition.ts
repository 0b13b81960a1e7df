import type { FieldReference } from '../field-reference';
import type { FieldClause, Query } from '../node';
import { operatorOf, type TestTarget } from '../operators';
import { type Sql, sql } from '../sql';
import { expressionTarget, orderOfScalar } from '../targets';
import { type Cell, cellNumber, shownCell } from './cell';
import { placeOf } from './row-fields';

type RowTest = (row: readonly Cell[]) => boolean;

/** The test of a condition on rows with these columns. */
export function rowCondition(query: Query, columns: readonly FieldReference[], now: Date): RowTest {
  switch (query.kind) {
    case 'and': {
      const parts = query.of.map((part) => rowCondition(part, columns, now));
      return (row) => parts.every((part) => part(row));
    }
    case 'or': {
      const parts = query.of.map((part) => rowCondition(part, columns, now));
      return (row) => parts.some((part) => part(row));
    }
    case 'not': {
      const part = rowCondition(query.of, columns, now);
      return (row) => !part(row);
    }
    case 'field':
      return clauseTest(query, columns, now);
    case 'everything':
      return () => true;
    case 'text':
    case 'text-regex':
      throw new RangeError('rows have no text to search');
  }
}

function clauseTest({ field, matcher }: FieldClause, columns: readonly FieldReference[], now: Date): RowTest {
  const place = placeOf(columns, field);
  const test = operatorOf(matcher).test(matcher);
  const orderOf: TestTarget['orderOf'] = (scalar) => orderOfScalar(scalar, field, now);
  return (row) => {
    const cell = row[place] ?? null;
    const order = cellNumber(field, cell);
    const textOf: TestTarget['textOf'] = (other) => cellText(other, row[placeOf(columns, other)] ?? null);
    return test({ field, text: cellText(field, cell), order: order === null ? null : Number(order), orderOf, textOf });
  };
}

function cellText(field: FieldReference, cell: Cell): string | null {
  const shown = shownCell(field, cell);
  return shown === null ? null : String(shown);
}

/** The condition in SQL; `columnOf` gives the column of a place. True for a match; false or null otherwise. */
export function rowConditionSql(
  query: Query,
  columns: readonly FieldReference[],
  columnOf: (place: number) => Sql,
  now: Date,
): Sql {
  const part = (inner: Query) => rowConditionSql(inner, columns, columnOf, now);
  switch (query.kind) {
    case 'and':
      return sql`(${sql.join(query.of.map(part), sql` and `)})`;
    case 'or':
      return sql`(${sql.join(query.of.map(part), sql` or `)})`;
    case 'not':
      return sql`(${part(query.of)}) is not true`;
    case 'field': {
      const expressionOf = (field: FieldReference) => columnOf(placeOf(columns, field));
      const target = expressionTarget(query.field, expressionOf(query.field), now, expressionOf);
      return sql`(${operatorOf(query.matcher).toSql(query.matcher, target)})`;
    }
    case 'everything':
      return sql`true`;
    case 'text':
    case 'text-regex':
      throw new RangeError('rows have no text to search');
  }
}
