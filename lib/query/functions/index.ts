import type { AggregateFunction, AggregateKind } from './aggregate-function';
import { average } from './average';
import { count } from './count';
import { distinct } from './distinct';
import { maximum } from './maximum';
import { minimum } from './minimum';
import { quantile } from './quantile';
import { sum } from './sum';

/** Every function, in the order of the help page. */
export const FUNCTIONS: readonly AggregateFunction[] = [count, sum, average, minimum, maximum, quantile, distinct];

export function functionOf(kind: AggregateKind): AggregateFunction {
  const found = FUNCTIONS.find((each) => each.kind === kind);
  if (found === undefined) throw new RangeError(`no function is called "${kind}"`);
  return found;
}

/** The function that a word calls, and the parameter that the word itself gives it; null when it calls none. */
export function functionCalled(word: string): { called: AggregateFunction; parameter: number | null } | null {
  const name = word.toLowerCase();
  for (const called of FUNCTIONS) {
    if (called.names.includes(name)) return { called, parameter: null };
    const parameter = called.shorthand(name);
    if (parameter !== null) return { called, parameter };
  }
  return null;
}

export type { AggregateFunction, AggregateKind } from './aggregate-function';
