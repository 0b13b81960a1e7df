import { GroupIndex } from '@/lib/columns';
import { type KeyColumn, numberAt } from './key-column';

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

  textsOf(group: number): readonly string[] {
    const texts: string[] = [];
    let rest = group;
    for (let place = this.keys.length - 1; place >= 0; place -= 1) {
      const width = this.widths[place] ?? 1;
      const pair = this.pairs[place]?.keyOf(rest) ?? 0;
      texts.unshift(this.keys[place]?.texts[(pair % width) - 1] ?? '');
      rest = Math.floor(pair / width);
    }
    return texts;
  }
}
