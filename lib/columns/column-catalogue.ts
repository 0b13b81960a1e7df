import { FIELDS, type FieldName } from '@/lib/events';

type ColumnName = FieldName | 'type' | 'severity' | 'file';

/**
 * Every field that has a column, in the order of their numbers. Left out is what differs from event to event (message,
 * line, attributes of any name): questions about those are answered by the events themselves.
 */
export const COLUMN_NAMES: readonly ColumnName[] = ['type', 'severity', 'file', ...FIELDS.map(({ name }) => name)];

/** Their numbers. */
export const COLUMN_NUMBERS: ReadonlyMap<string, number> = new Map(COLUMN_NAMES.map((name, number) => [name, number]));

/** The number of each column by its field's name. */
export const COLUMN = Object.fromEntries(COLUMN_NUMBERS) as Readonly<Record<ColumnName, number>>;

/** Whether a field has a column. */
export function hasColumn(name: string): boolean {
  return COLUMN_NUMBERS.has(name);
}

const ATTRIBUTE_MARK = '@';

/** The name under which the column of an attribute is stored; no field's name begins with its mark. */
export function attributeColumn(attribute: string): string {
  return ATTRIBUTE_MARK + attribute;
}

export function isAttributeColumn(name: string): boolean {
  return name.startsWith(ATTRIBUTE_MARK);
}

/** The attribute behind the name of its column. */
export function attributeOf(name: string): string {
  return name.slice(ATTRIBUTE_MARK.length);
}
