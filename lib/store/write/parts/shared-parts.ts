import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import type { Attribute } from '@/lib/events';
import { FORM_ARGUMENTS, KIND, PART_GROUPS } from '../../parts';
import { FormBook } from './form-book';
import { PartIndex, valueNumber } from './part-index';
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
/** Numbers of places that are no column's. */
const PATH_FORM = 126;
const MESSAGE_FORM = 125;
/** Where numbers of attributes begin: above those of columns, below those of forms. */
const ATTRIBUTES = 64 * 2 ** 20;

interface Group {
  readonly number: number;
  /** Columns whose values may go into its parts; shrinks when they scatter it. */
  columns: readonly number[];
  readonly index: PartIndex;
}

/**
 * Decides for each event of a segment what it shares with events of its format before it. A combination of values that is met a
 * second time becomes a part; whatever is not in a part stands in the row. One object for all events of a format.
 */
export class SharedParts {
  /** By group: the part of the event at hand, null for none. */
  readonly partOf: (number | null)[] = PART_GROUPS.map(() => null);
  /** By column: whether a part holds the value of the event at hand. */
  readonly shared: boolean[];
  /** Whether the message follows from the other fields by the form in the event's part; the same for the path. */
  messageFollows = false;
  pathFollows = false;
  /** By column: the highest code so far, which is how many values it has. */
  private readonly highest: Int32Array;
  private readonly groups: readonly Group[];
  private readonly attributes: RowAttributes;
  private readonly paths = new FormBook(PATH_ARGUMENTS);
  private readonly messages = new FormBook(ARGUMENT_COLUMNS.length);
  private readonly argument = (number: number): string | null => this.textOf(ARGUMENT_COLUMNS[number]);

  constructor(
    private readonly values: RowValues,
    columns: SegmentColumnsBuilder,
    /** The parts of the segment so far, which this adds to; their numbers count from 1. */
    private readonly parts: EventPart[],
  ) {
    this.shared = values.texts.map(() => false);
    this.highest = new Int32Array(values.texts.length);
    this.attributes = new RowAttributes(columns);
    this.groups = PART_GROUPS.map(({ fields }, number) => {
      const own: readonly number[] = fields.map((name) => COLUMN[name]);
      return { number, columns: own, index: new PartIndex() };
    });
  }

  /** Looks at event `n`, whose values were taken before. `message` as the row would hold it. */
  take(n: number, message: string, attributes: Readonly<Record<string, Attribute>> | null): void {
    this.attributes.take(n, attributes);
    const path = this.values.texts[COLUMN.path] ?? null;
    const pathForm = path === null ? 0 : this.paths.numberOf(path, this.argument);
    const messageForm = this.messages.numberOf(message, this.argument);
    for (const group of this.groups) {
      const own = group.number === KIND;
      this.partOf[group.number] = this.share(group, own ? pathForm : 0, own ? messageForm : 0);
    }
    const follows = this.partOf[KIND] !== null;
    this.pathFollows = follows && pathForm > 0;
    this.messageFollows = follows && messageForm > 0;
  }

  /** The JSON object of the attributes that no part holds; null when there are none. */
  rowAttributes(): string | null {
    return this.attributes.json((group) => group === null || this.partOf[group] === null);
  }

  /** The part that holds what the event at hand has of a group; null when the row does. */
  private share(group: Group, pathForm: number, messageForm: number): number | null {
    const node = this.nodeOf(group, pathForm, messageForm);
    let part = node === null || node === 0 ? 0 : group.index.partAt(node);
    if (part < 0 && node !== null) {
      this.parts.push(this.makePart(group, pathForm, messageForm));
      part = this.parts.length;
      group.index.setPart(node, part);
    }
    for (const column of group.columns) this.shared[column] = part > 0;
    if (group.index.scattered) this.narrow(group);
    return part > 0 ? part : null;
  }

  /** The node of the event's combination; 0 when it has nothing of the group, null when there is no more room. */
  private nodeOf(group: Group, pathForm: number, messageForm: number): number | null {
    const { codes } = this.values;
    let node: number | null = 0;
    group.index.begin();
    for (const column of group.columns) {
      const code = codes[column] ?? 0;
      if (code > (this.highest[column] ?? 0)) this.highest[column] = code;
      if (code > 0) node = behind(group, node, valueNumber(column, code));
      else if (this.textOf(column) !== null) this.leave(group, column);
    }
    const { held, count } = this.attributes;
    for (let place = 0; place < count; place += 1) {
      const one = held[place];
      if (one?.group === group.number) node = behind(group, node, ATTRIBUTES + one.number);
    }
    if (pathForm > 0) node = behind(group, node, valueNumber(PATH_FORM, pathForm));
    if (messageForm > 0) node = behind(group, node, valueNumber(MESSAGE_FORM, messageForm));
    return node;
  }

  private makePart(group: Group, pathForm: number, messageForm: number): EventPart {
    const texts = new Map<number, string>();
    const numbers = new Map<number, number>();
    for (const column of group.columns) {
      const text = this.values.texts[column];
      const number = this.values.numbers[column];
      if (text != null) texts.set(column, text);
      if (number != null) numbers.set(column, number);
    }
    return {
      texts,
      numbers,
      pathForm: this.paths.textOf(pathForm),
      messageForm: this.messages.textOf(messageForm),
      attributes: this.attributes.json((of) => of === group.number),
    };
  }

  /** Leaves the most diverse of a group's fields to the rows from now on. */
  private narrow(group: Group): void {
    let most = -1;
    let values = 0;
    for (const column of group.columns) {
      const own = this.highest[column] ?? 0;
      if (own <= values) continue;
      most = column;
      values = own;
    }
    if (this.attributes.leaveMostDiverse(group.number, values)) return;
    this.leave(group, most);
  }

  /** Leaves a column to the rows from now on. */
  private leave(group: Group, column: number): void {
    group.columns = group.columns.filter((one) => one !== column);
    this.shared[column] = false;
  }

  /** The text that SQL gives of a column's value. */
  private textOf(column: number | undefined): string | null {
    if (column === undefined) return null;
    const number = this.values.numbers[column];
    return this.values.texts[column] ?? (number == null ? null : String(number));
  }
}

function behind({ index }: Group, node: number | null, value: number | null): number | null {
  return node === null || value === null ? null : index.behind(node, value);
}
