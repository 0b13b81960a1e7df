import { same } from '../content';
import type { Fields, MergeConflict } from './merge-conflict';
import { mergeText } from './merge-text';

/** Three versions of something: what both began with, and what each made of it. */
export interface Three<Value> {
  /** Undefined where both added it. */
  readonly base: Value | undefined;
  readonly mine: Value;
  readonly theirs: Value;
}

/** The same part of three versions. */
export function part<Whole, Value>(three: Three<Whole>, of: (whole: Whole) => Value): Three<Value> {
  return {
    base: three.base === undefined ? undefined : of(three.base),
    mine: of(three.mine),
    theirs: of(three.theirs),
  };
}

/** A merge in progress at one place, and the conflicts that it met. */
export class Merge {
  constructor(
    readonly conflicts: MergeConflict[] = [],
    private readonly step: string | null = null,
    private readonly item: string | null = null,
  ) {}

  /** The same merge inside a step, or inside one thing of it. */
  inside(step: string, item: string | null = null): Merge {
    return new Merge(this.conflicts, step, item);
  }

  /** A text of lines: where both changed the same ones it has both. */
  text(field: string, { base, mine, theirs }: Three<string>): string {
    const text = mergeText(base ?? '', mine, theirs);
    if (text.overlaps) this.met(field, { mine: { [field]: text.mine }, theirs: { [field]: text.theirs } });
    return text.merged;
  }

  /** What can only be one thing: mine where both changed it. */
  whole<Value>(field: string, three: Three<Value>): Value {
    return this.together(
      field,
      part(three, (value) => ({ [field]: value })),
    ) === 'mine'
      ? three.mine
      : three.theirs;
  }

  /** Fields that are only right together; says whose are. */
  together(field: string, { base, mine, theirs }: Three<Fields>): 'mine' | 'theirs' {
    if (same(mine, theirs) || (base !== undefined && same(theirs, base))) return 'mine';
    if (base !== undefined && same(mine, base)) return 'theirs';
    this.met(field, { mine, theirs });
    return 'mine';
  }

  private met(field: string, values: MergeConflict['values']): void {
    const where = { step: this.step, item: this.item, field };
    this.conflicts.push({ where, mine: inWords(values.mine), theirs: inWords(values.theirs), values });
  }
}

function inWords(fields: Fields): string {
  return Object.values(fields)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('\n');
}
