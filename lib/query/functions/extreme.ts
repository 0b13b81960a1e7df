import { unitOf } from '../field-reference';
import type { Cell } from '../pipeline/cell';
import { sql } from '../sql';
import type { AggregateFunction } from './aggregate-function';
import { orderedOf } from './target-value';

/** What `min` and `max` have in common: `words` says which end, `isBeyond` that a value is further there than another. */
export function extreme(
  kind: 'min' | 'max',
  word: string,
  isBeyond: (value: Exclude<Cell, null>, best: Exclude<Cell, null>) => boolean,
): Omit<AggregateFunction, 'examples' | 'about' | 'names'> {
  const call = kind === 'min' ? sql`min` : sql`max`;
  return {
    kind,
    title: kind,
    takes: 'ordered',
    takesParameter: false,
    shorthand: () => null,
    nameOf: (field) => `${kind}_${field?.name}`,
    result: (field) => ({
      kind: field === null || field.kind === 'attribute' ? 'number' : field.kind,
      unit: field === null ? null : unitOf(field),
    }),
    words: (label) => `the ${word} ${label}`,
    print: (field) => `${kind} ${field}`,
    toSql: (target) => sql`${call}(${orderedOf(target)})`,
    accumulate() {
      let best: Cell = null;
      return {
        add(value) {
          if (value !== null && (best === null || isBeyond(value, best))) best = value;
        },
        result: () => best,
      };
    },
  };
}
