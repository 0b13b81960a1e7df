import { GroupIndex } from '@/lib/columns';
import { type KeyColumn, numberAt } from './key-column';
import type { KeyTexts } from './tallied-columns';

/** Numbers the combinations of key parts. */
export class KeyGroups {
  private readonly pairs: readonly GroupIndex[];
  private readonly widths: readonly number[];

  constructor(private readonly keys: readonly KeyColumn[]) {
    this.pairs = keys.map(() => new GroupIndex());
    this.widths = keys.map(({ texts }) => texts.length + 1);
  }

  /** The number of an event's combination; null where it has none. */
  of(row: number): number | null {
    let group = 0;
    for (let place = 0; place < this.keys.length; place += 1) {
      const key = this.keys[place];
      const number = key === undefined ? 0 : numberAt(key, row);
      if (number === 0) return null;
      group = this.pairs[place]?.numberOf(group * (this.widths[place] ?? 1) + number) ?? 0;
    }
    return group;
  }

  /** The parts of the keys of groups, each with only the texts that occur. */
  textsOf(groups: Uint32Array): KeyTexts[] {
    const rest = Uint32Array.from(groups);
    const parts: KeyTexts[] = [];
    for (let place = this.keys.length - 1; place >= 0; place -= 1) {
      const width = this.widths[place] ?? 1;
      const used = new UsedTexts(this.keys[place]?.texts ?? []);
      const places = new Uint32Array(groups.length);
      for (let row = 0; row < groups.length; row += 1) {
        const pair = this.pairs[place]?.keyOf(rest[row] ?? 0) ?? 0;
        places[row] = used.placeOf((pair % width) - 1);
        rest[row] = Math.floor(pair / width);
      }
      parts.unshift({ texts: used.texts, places });
    }
    return parts;
  }
}

/** Gives texts places in the order in which they are used. */
class UsedTexts {
  readonly texts: string[] = [];
  /** Of each of all texts, its place plus one; 0 = not used yet. */
  private readonly given: Uint32Array;

  constructor(private readonly all: readonly string[]) {
    this.given = new Uint32Array(all.length);
  }

  placeOf(number: number): number {
    const given = this.given[number] || this.texts.push(this.all[number] ?? '');
    this.given[number] = given;
    return given - 1;
  }
}
