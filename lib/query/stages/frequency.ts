import type { FieldReference } from '../field-reference';
import type { Step } from '../pipeline/steps';
import { QueryError, type Span } from '../query-error';
import { countCall } from './read-aggregates';
import type { StageReader } from './stage-reader';
import { printFields } from './stage-text';

/** What `top` and `rare` hold: the combinations of these fields' values that are counted, and how many are shown. */
export interface Frequency {
  readonly rows: number;
  readonly fields: readonly FieldReference[];
  readonly at: Span;
}

const DEFAULT_ROWS = 20;

/** `10 user, verb`, or the fields alone. */
export function readFrequency(reader: StageReader, name: string, at: Span): Frequency {
  const rows = readRows(reader) ?? DEFAULT_ROWS;
  reader.takeWord('by');
  const fields = reader.groupFields(name);
  reader.finish(`${name} 10 user, verb: how many, then fields with commas between`);
  return { rows, fields, at };
}

/** A number of rows, from 1; null when none stands here. */
export function readRows(reader: StageReader): number | null {
  const { at } = reader;
  const rows = reader.takeRead((word) => (/^\d{1,9}$/.test(word) ? Number(word) : null));
  if (rows === 0) throw new QueryError('the number of rows is 1 or more', at);
  return rows;
}

/** The normal form: a count, sorted and cut. Ties come in the order of the values. */
export function planFrequency({ rows, fields }: Frequency, descending: boolean): Step[] {
  const count = countCall();
  const field: FieldReference = { name: count.name, label: count.name, kind: 'integer', column: null, unit: null };
  return [
    { kind: 'group', aggregates: [count], by: fields, bucket: null, unseenForMs: null },
    { kind: 'sort', keys: [{ field, descending }] },
    { kind: 'limit', rows },
  ];
}

export function printFrequency(name: string, { rows, fields }: Frequency): string {
  return `${name} ${rows === DEFAULT_ROWS ? '' : `${rows} `}${printFields(fields)}`;
}
