import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import type { Attribute } from '@/lib/events';
import { FORM_ARGUMENTS, KIND, PART_GROUPS, PATTERN } from '../../parts';
import { FormBook } from './form-book';
import { PartIndex } from './part-index';
import { RowAttributes } from './row-attributes';
import type { RowValues } from './row-values';

/** What table `event_part` holds: values that several events of a segment share. */
export interface EventPart {
  readonly texts: ReadonlyMap<number, string>;
  readonly numbers: ReadonlyMap<number, number>;
  /** Forms of the path and the message, for PostgreSQL's `format()`. */
  readonly pathForm: string | null;
  readonly messageForm: string | null;
  /** A JSON object. */
  readonly attributes: string | null;
}

const ARGUMENT_COLUMNS = FORM_ARGUMENTS.map((name) => COLUMN[name]);
/** The path's own form does not name the path. */
const PATH_ARGUMENTS = ARGUMENT_COLUMNS.length - 1;
/** All but the last, whose parts are given with the event. */
const LEARNT_GROUPS = PART_GROUPS.slice(0, PATTERN);
/** Behind a group's columns its combination has the set of attributes and the two forms. */
const MORE = 3;

interface Group {
  readonly number: number;
  readonly columns: readonly number[];
  readonly index: PartIndex;
  readonly makePart: () => number;
}

/**
 * Decides for each event of a segment what it shares with events of its format before it. A combination of values that is met a
 * second time becomes a part; whatever is not in a part stands in the row. One object for all events of a format.
 */
export class SharedParts {
  /** By group: the part of the event at hand, null for none. */
  readonly partOf: (number | null)[] = PART_GROUPS.map(() => null);
  /** By column: whether a part holds the value of the event at hand. */
  readonly shared: Uint8Array;
  /** Whether the message follows from the other fields by the form in the event's part; the same for the path. */
  messageFollows = false;
  pathFollows = false;
  /** By column: 0 where it was found to scatter its group, and stays in the rows; else all ones. */
  private readonly kept: Int32Array;
  private readonly groups: readonly Group[];
  private readonly attributes: RowAttributes;
  private readonly paths = new FormBook(PATH_ARGUMENTS);
  private readonly messages = new FormBook(ARGUMENT_COLUMNS.length);
  /** Whether the event at hand has anything of the group at hand. */
  private some = false;
  private pathForm = 0;
  private messageForm = 0;
  private readonly argument = (number: number): string | null => this.textOf(ARGUMENT_COLUMNS[number]);

  constructor(
    private readonly values: RowValues,
    columns: SegmentColumnsBuilder,
    /** The parts of the segment so far, which this adds to; their numbers count from 1. */
    private readonly parts: EventPart[],
  ) {
    this.shared = new Uint8Array(values.texts.length);
    this.kept = new Int32Array(values.texts.length).fill(-1);
    this.attributes = new RowAttributes(columns);
    this.groups = LEARNT_GROUPS.map(({ fields }, number) => {
      const own: readonly number[] = fields.map((name) => COLUMN[name]);
      const group: Group = {
        number,
        columns: own,
        index: new PartIndex(own.length + MORE),
        makePart: () => this.parts.push(this.makePart(group)),
      };
      return group;
    });
  }

  /**
   * Looks at event `n`, whose values were taken before. `message` as the row would hold it; `patternPart` is the part of its
   * pattern, null for none.
   */
  take(
    n: number,
    message: string,
    attributes: Readonly<Record<string, Attribute>> | null,
    patternPart: number | null,
  ): void {
    this.partOf[PATTERN] = patternPart;
    this.attributes.take(n, attributes);
    if (this.values.someUncoded) this.leaveUncoded();
    for (const group of this.groups) {
      const mixed = this.combine(group);
      if (group.number === KIND) this.findForms(mixed, message);
      this.share(group);
    }
    const follows = this.partOf[KIND] !== null;
    this.pathFollows = follows && this.pathForm > 0;
    this.messageFollows = follows && this.messageForm > 0;
  }

  /** The JSON object of the attributes that no part holds; null when there are none. */
  rowAttributes(): string | null {
    return this.attributes.json((group) => group === null || this.partOf[group] === null);
  }

  /** A value without a code cannot be told from none: its column stays in the rows from now on. */
  private leaveUncoded(): void {
    for (const { columns } of this.groups)
      for (const column of columns)
        if (this.values.codes[column] === 0 && this.textOf(column) !== null) this.kept[column] = 0;
  }

  /** Fills in what the event at hand has of a group; answers a number that tells such combinations apart, roughly. */
  private combine({ number, columns, index: { tuple } }: Group): number {
    const { kept } = this;
    const { codes } = this.values;
    let mixed = 0;
    let some = 0;
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place] ?? 0;
      const code = (codes[column] ?? 0) & (kept[column] ?? 0);
      tuple[place] = code;
      some |= code;
      mixed = Math.imul(mixed, 31) + code;
    }
    const set = this.attributes.sets[number] ?? 0;
    tuple[columns.length] = set;
    this.some = (some | set) !== 0;
    return mixed;
  }

  private findForms(hint: number, message: string): void {
    const { columns, index } = this.groups[KIND] ?? {};
    const path = this.values.texts[COLUMN.path] ?? null;
    this.pathForm = path === null ? 0 : this.paths.numberOf(path, this.argument, hint);
    this.messageForm = this.messages.numberOf(message, this.argument, hint);
    if (columns === undefined || index === undefined) return;
    this.some ||= this.pathForm > 0 || this.messageForm > 0;
    index.tuple[columns.length + 1] = this.pathForm;
    index.tuple[columns.length + 2] = this.messageForm;
  }

  /** Finds the part that holds what the event at hand has of a group, if one does. */
  private share({ number, columns, index, makePart }: Group): void {
    const part = this.some ? index.part(makePart) : 0;
    this.partOf[number] = part > 0 ? part : null;
    const { shared, kept } = this;
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place] ?? 0;
      shared[column] = part > 0 ? (kept[column] ?? 0) & 1 : 0;
    }
    if (index.scattered) this.narrow(number, columns, index);
  }

  private makePart({ number, columns }: Group): EventPart {
    const texts = new Map<number, string>();
    const numbers = new Map<number, number>();
    for (const column of columns) {
      if (this.kept[column] === 0) continue;
      const text = this.values.texts[column];
      const value = this.values.numbers[column];
      if (text != null) texts.set(column, text);
      if (value != null) numbers.set(column, value);
    }
    const isKind = number === KIND;
    return {
      texts,
      numbers,
      pathForm: isKind ? this.paths.textOf(this.pathForm) : null,
      messageForm: isKind ? this.messages.textOf(this.messageForm) : null,
      attributes: this.attributes.json((of) => of === number),
    };
  }

  /** Leaves the most diverse of a group's fields to the rows from now on. */
  private narrow(group: number, columns: readonly number[], index: PartIndex): void {
    let most = -1;
    let values = 0;
    for (const [place, column] of columns.entries()) {
      // Codes are given in turn: the highest says how many values there are.
      const own = this.kept[column] === 0 ? 0 : index.highest(place);
      if (own <= values) continue;
      most = column;
      values = own;
    }
    if (!this.attributes.leaveMostDiverse(group, values) && most >= 0) this.kept[most] = 0;
  }

  /** The text that SQL gives of a column's value. */
  private textOf(column: number | undefined): string | null {
    if (column === undefined) return null;
    const number = this.values.numbers[column];
    return this.values.texts[column] ?? (number == null ? null : String(number));
  }
}
