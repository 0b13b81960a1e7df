import type { ColumnValue, Dictionary } from './dictionary';
import { SmallNumbers } from './small-numbers';
import { storable } from './stored-text';

/** A value as an event has it. */
export type GivenValue = ColumnValue | boolean;

const ROWS_FIRST = 1024;
/** The code of an event that has no value. */
const NONE = 0;
/** A dictionary that is larger is given up: the column would cost more memory than it saves time. */
export interface DictionaryLimits {
  readonly values: number;
  readonly characters: number;
  /** It is also given up where it has so many values and hardly any was met twice. */
  readonly unique: number;
}
const FIELD_LIMITS: DictionaryLimits = {
  values: Number.POSITIVE_INFINITY,
  characters: 16 * 1024 * 1024,
  unique: Number.POSITIVE_INFINITY,
};
/** "Hardly any": so many of the values met were new. */
const NEW_SHARE = 0.9;
const NUMBER_CHARACTERS = 8;
/** What a value costs beside its characters. */
const VALUE_BYTES = 100;

/** A finished column: its values and each event's code. */
export interface BuiltColumn {
  readonly dictionary: Dictionary;
  readonly codes: Uint32Array;
}

/** A field's value as the event's row holds it. */
const fieldValue = (value: GivenValue): ColumnValue => (typeof value === 'number' ? value : storable(String(value)));

/** Collects one column of a segment while its events are written, in any order. */
export class ColumnBuilder {
  private codes = new Uint32Array(ROWS_FIRST);
  private readonly known = new Map<GivenValue, number>();
  private readonly values: ColumnValue[] = [];
  private characters = 0;
  private readonly whole = new SmallNumbers();
  /** How often a value was met that is not the one before it. */
  private met = 0;
  private givenUp = false;
  // Neighbours tend to be alike.
  private last: GivenValue | null = null;
  private lastCode = NONE;

  /** `stored` tells what the column holds of a value that an event has; null for nothing. */
  constructor(
    private readonly stored: (value: GivenValue) => ColumnValue | null = fieldValue,
    private readonly limits: DictionaryLimits = FIELD_LIMITS,
  ) {}

  /** True when the values are too many to be kept as a column. */
  get tooMany(): boolean {
    return this.givenUp;
  }

  /** Answers the code of the value, from 1 on; 0 when the values are too many. */
  set(row: number, value: GivenValue): number {
    if (value !== this.last) {
      if (this.givenUp) return NONE;
      this.met += 1;
      this.lastCode = typeof value === 'number' ? this.codeOfNumber(value) : this.codeOf(value);
      this.last = value;
    }
    if (row >= this.codes.length) this.grow(row + 1);
    this.codes[row] = this.lastCode;
    return this.lastCode;
  }

  /** Notes the values of further events, from `row` on, that another column was made of. */
  append(row: number, added: BuiltColumn | 'too-many'): void {
    if (added === 'too-many') this.giveUp();
    if (added === 'too-many' || this.givenUp) return;
    const { codes, dictionary } = added;
    const own = new Uint32Array(dictionary.values.length + 1);
    for (const [index, value] of dictionary.values.entries()) {
      // How often it was met is known only of neighbours that differ, and about that.
      this.met += Math.max(1, (dictionary.counts[index + 1] ?? 1) >> 1);
      own[index + 1] = typeof value === 'number' ? this.codeOfNumber(value) : this.codeOf(value);
      if (this.tooMany) return;
    }
    if (row + codes.length > this.codes.length) this.grow(row + codes.length);
    for (let index = 0; index < codes.length; index += 1) this.codes[row + index] = own[codes[index] ?? NONE] ?? NONE;
  }

  /** What the column holds of the value that was set last; undefined when the values are too many. */
  get held(): ColumnValue | undefined {
    return this.values[this.lastCode - 1];
  }

  /** Bytes that it takes, about. */
  get weight(): number {
    return this.codes.byteLength + this.characters * 2 + this.values.length * VALUE_BYTES;
  }

  /** The column of the first so many events: of all, or of those that a segment had a while ago. */
  finish(rows: number): BuiltColumn {
    if (rows > this.codes.length) this.grow(rows);
    const codes = this.codes.subarray(0, rows);
    const counts = new Uint32Array(this.values.length + 1);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    // Values that only later events have come last.
    let values = this.values.length;
    while (values > 0 && counts[values] === 0) values -= 1;
    return { codes, dictionary: { values: this.values.slice(0, values), counts: counts.slice(0, values + 1) } };
  }

  private codeOfNumber(given: number): number {
    const known = this.whole.codeOf(given);
    if (known !== NONE) return known;
    const code = this.codeOf(given);
    this.whole.keep(given, code);
    return code;
  }

  private codeOf(given: GivenValue): number {
    const known = this.known.get(given);
    if (known !== undefined) return known;
    const value = this.stored(given);
    if (value === null) return NONE;
    const code = (value === given ? undefined : this.known.get(value)) ?? this.add(value);
    // Many texts may become the same one; numbers have one text each, so these are as few as the values.
    if (typeof given !== 'string') this.known.set(given, code);
    return code;
  }

  private add(value: ColumnValue): number {
    this.values.push(value);
    this.known.set(value, this.values.length);
    this.characters += typeof value === 'string' ? value.length : NUMBER_CHARACTERS;
    const code = this.values.length;
    const { limits } = this;
    const isUnique = code >= limits.unique && code > this.met * NEW_SHARE;
    if (isUnique || code > limits.values || this.characters > limits.characters) this.giveUp();
    return code;
  }

  private giveUp(): void {
    this.givenUp = true;
    this.known.clear();
    this.values.length = 0;
    this.characters = 0;
  }

  private grow(rows: number): void {
    const wider = new Uint32Array(Math.max(rows, this.codes.length * 2));
    wider.set(this.codes);
    this.codes = wider;
  }
}
