import { FIELDS } from '@/lib/events';

/** What a statement may carry as a value; arrays are for `= any($1)`. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array | readonly (string | number | bigint)[];

/** A piece of SQL with its values. Only the tag `sql` makes one, so that no value can become part of the text. */
export class Sql {
  /** One more than there are values. */
  readonly #strings: readonly string[];
  readonly #values: readonly SqlValue[];

  private constructor(strings: readonly string[], values: readonly SqlValue[]) {
    this.#strings = strings;
    this.#values = values;
  }

  /** The statement for the driver: `$1` … in the text, the values beside it. */
  toQuery(): { text: string; values: SqlValue[] } {
    let text = this.#strings[0] ?? '';
    for (let index = 1; index < this.#strings.length; index++) text += `$${index}${this.#strings[index]}`;
    return { text, values: [...this.#values] };
  }

  /** Not for callers: `sql` is the way. The strings must come from source code. */
  static fromTemplate(literals: readonly string[], parts: readonly (Sql | SqlValue)[]): Sql {
    const strings = [literals[0] ?? ''];
    const values: SqlValue[] = [];
    const append = (text: string) => {
      strings[strings.length - 1] += text;
    };
    for (const [index, part] of parts.entries()) {
      if (part instanceof Sql) {
        append(part.#strings[0] ?? '');
        for (const string of part.#strings.slice(1)) strings.push(string);
        for (const value of part.#values) values.push(value);
      } else {
        values.push(part);
        strings.push('');
      }
      append(literals[index + 1] ?? '');
    }
    return new Sql(strings, values);
  }
}

/** Builds SQL: an interpolated `Sql` is spliced in, everything else is bound. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  return Sql.fromTemplate(strings, parts);
}

/** Columns of table `event` beyond those of the catalogue. */
const OWN_COLUMNS = [
  'segment',
  'n',
  'time',
  'time_guess',
  'type',
  'severity',
  'message',
  'attributes',
  'file',
  'line',
  'lines',
  'block',
  'raw_offset',
  'raw_length',
  'spans',
] as const;

const COLUMNS: ReadonlyMap<string, Sql> = new Map(
  [...OWN_COLUMNS, ...FIELDS.map((field) => field.column)].map((column) => [
    column,
    Sql.fromTemplate([`event."${column}"`], []),
  ]),
);

/** A column of table `event` (alias `event`) by its name; throws for a name that is not on the list. */
sql.identifier = (column: string): Sql => {
  const known = COLUMNS.get(column);
  if (known === undefined) throw new RangeError(`table event has no column "${column}"`);
  return known;
};

/** The name `c0`, `c1` … of a column of a sub-select, for what has no name of ours. */
sql.position = (index: number): Sql => {
  if (!Number.isInteger(index) || index < 0) throw new RangeError(`${index} is not the place of a column`);
  return Sql.fromTemplate([`c${index}`], []);
};

/** The pieces with the separator between them. */
sql.join = (parts: readonly Sql[], separator: Sql): Sql =>
  Sql.fromTemplate(
    Array.from({ length: parts.length * 2 }, () => ''),
    parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])),
  );

sql.empty = Sql.fromTemplate([''], []);
