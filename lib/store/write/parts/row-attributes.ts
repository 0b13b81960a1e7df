import { type ColumnBuilder, GroupIndex, type SegmentColumnsBuilder } from '@/lib/columns';
import type { Attribute } from '@/lib/events';
import { groupOfAttribute, PART_GROUPS } from '../../parts';
import { postgresJson } from '../postgres-json';

/** Attributes known by name in a segment; those beyond stay in their rows. */
const NAMES_MAX = 256;
/** An attribute repeats once its values were met so often, each this many times on average … */
const MET_MIN = 16;
const MET_FOR_EACH_MIN = 8;
/** … and they are not more than a number has room for. */
const CODES_MAX = 4096;
/** Numbers mostly measure, and differ with everything else, unless they are very few. */
const MEASURES_MAX = 64;
const KINDS = 4;
/** Numbers of a name and a value are below this. */
const NUMBERS = NAMES_MAX * CODES_MAX * KINDS;
/** Sets, and beginnings of such, that are kept in mind. */
const SETS_MAX = 2 ** 17;

/** What is known of an attribute in a segment. */
interface KnownAttribute {
  readonly name: string;
  /** As a key of a JSON object, with the colon. */
  readonly key: string;
  /** The group that may hold it; null when it stays in the row. */
  readonly group: number | null;
  readonly number: number;
  /** Where the segment's columns note its values; null = nowhere. */
  readonly column: ColumnBuilder | null;
  met: number;
  /** The highest code so far: how many values there are. */
  codes: number;
  /** It was found to scatter its group. */
  scatters: boolean;
}

/** An attribute of the event at hand. */
interface Held {
  attribute: KnownAttribute;
  value: Attribute;
  /** The group with whose part it may go; null = it stays in the row. */
  group: number | null;
}

/** The attributes of one event, and which of them repeat. One object for all events of a segment. */
export class RowAttributes {
  private readonly known = new Map<string, KnownAttribute>();
  /** Beyond `count` they are those of earlier events. */
  readonly held: Held[] = [];
  count = 0;
  /** By group: a number of the set of attributes that may go with it, 0 for none. */
  readonly sets: number[] = PART_GROUPS.map(() => 0);
  private readonly index = new GroupIndex();

  constructor(private readonly columns: SegmentColumnsBuilder) {}

  /** Takes the attributes of event `n`, and notes them in the segment's columns. */
  take(n: number, attributes: Readonly<Record<string, Attribute>> | null): void {
    this.count = 0;
    this.sets.fill(0);
    for (const name in attributes) {
      const value = attributes[name];
      if (value === undefined) continue;
      // Most events of a format have the same attributes in the same order.
      const before = this.held[this.count]?.attribute;
      const attribute = before?.name === name ? before : this.attributeOf(name);
      this.hold(attribute, value, attribute.column?.set(n, value) ?? 0);
    }
  }

  /** The JSON object of those that go with a group, or of those that stay. Null when there is none. */
  json(goes: (group: number | null) => boolean): string | null {
    let json = '';
    for (let place = 0; place < this.count; place += 1) {
      const held = this.held[place];
      if (held === undefined || !goes(held.group)) continue;
      json += (json === '' ? '{' : ',') + held.attribute.key + postgresJson(held.value);
    }
    return json === '' ? null : `${json}}`;
  }

  /** Leaves the most diverse attribute of a group to the rows from now on, if it has at least so many values. */
  leaveMostDiverse(group: number, values: number): boolean {
    let most: KnownAttribute | null = null;
    for (const attribute of this.known.values()) {
      if (attribute.group !== group || !repeats(attribute)) continue;
      if (attribute.codes >= (most?.codes ?? values)) most = attribute;
    }
    if (most !== null) most.scatters = true;
    return most !== null;
  }

  private hold(attribute: KnownAttribute, value: Attribute, code: number): void {
    attribute.met += 1;
    if (code > attribute.codes) attribute.codes = code;
    const isFew = attribute.codes <= MEASURES_MAX || !isMeasure(value);
    const mayGo = code > 0 && isFew && repeats(attribute) && this.index.size < SETS_MAX;
    const group = mayGo ? attribute.group : null;
    if (group !== null) {
      const number = (attribute.number * CODES_MAX + code) * KINDS + kindOf(value);
      this.sets[group] = this.index.numberOf((this.sets[group] ?? 0) * NUMBERS + number) + 1;
    }
    const held = this.held[this.count];
    this.count += 1;
    if (held === undefined) {
      this.held.push({ attribute, value, group });
      return;
    }
    held.attribute = attribute;
    held.value = value;
    held.group = group;
  }

  private attributeOf(name: string): KnownAttribute {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const number = this.known.size;
    const group = number < NAMES_MAX ? groupOfAttribute(name) : null;
    const column = this.columns.attribute(name);
    const made = { name, key: `${postgresJson(name)}:`, group, number, column, met: 0, codes: 0, scatters: false };
    if (number < NAMES_MAX) this.known.set(name, made);
    return made;
  }
}

function repeats({ met, codes, scatters }: KnownAttribute): boolean {
  return !scatters && met >= MET_MIN && codes < CODES_MAX && codes * MET_FOR_EACH_MIN <= met;
}

function isMeasure(value: Attribute): boolean {
  if (typeof value !== 'string') return typeof value === 'number';
  const first = value.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** Numbers and texts that look alike share a code, but are not the same in JSON. */
function kindOf(value: Attribute): number {
  return typeof value === 'string' ? 0 : typeof value === 'number' ? 1 : 2;
}
