import type { CompareAnswer } from '@/lib/interface';
import type { ValueTally } from '../matching';
import { isSignificant, surprise } from './g-test';

type FieldDifference = CompareAnswer['fields'][number];
type Difference = FieldDifference['values'][number];

/** How often each value of a field occurs in two sets of events. */
export interface TwoTallies {
  readonly field: string;
  readonly here: ValueTally;
  readonly there: ValueTally;
  value(text: string): string | number;
}

export interface Amounts {
  /** Events in either set. */
  readonly hereAll: number;
  readonly thereAll: number;
  readonly fieldsMax: number;
  readonly valuesMax: number;
}

/** The counts of `all` without those of `part`, which is in it. */
export function without(all: ValueTally, part: ValueTally): ValueTally {
  const counts = new Map<string, number>();
  for (const [text, count] of all.counts) {
    const rest = count - (part.counts.get(text) ?? 0);
    if (rest > 0) counts.set(text, rest);
  }
  return { counts };
}

/**
 * The fields whose values differ most, the most surprising first, each with its most surprising values; only differences that
 * chance does not explain. A field is as surprising as its most surprising value. Ties go by name.
 */
export function rankedDifferences(tallies: readonly TwoTallies[], amounts: Amounts): FieldDifference[] {
  const sizes = tallies.map((tally) => textsOf(tally).size);
  const comparisons = sizes.reduce((sum, size) => sum + size, 0);
  return tallies
    .flatMap((tally): FieldDifference[] => {
      const values = differencesOf(tally, amounts, comparisons);
      const [first] = values;
      if (first === undefined) return [];
      return [
        {
          field: tally.field,
          score: first.score,
          distinct: { here: tally.here.counts.size, there: tally.there.counts.size },
          differing: values.length,
          values: values.slice(0, amounts.valuesMax),
        },
      ];
    })
    .sort((one, other) => other.score - one.score || (one.field < other.field ? -1 : 1))
    .slice(0, amounts.fieldsMax);
}

function differencesOf(tally: TwoTallies, { hereAll, thereAll }: Amounts, comparisons: number): Difference[] {
  const found: Difference[] = [];
  for (const text of textsOf(tally)) {
    const here = tally.here.counts.get(text) ?? 0;
    const there = tally.there.counts.get(text) ?? 0;
    const score = surprise({ here, hereAll, there, thereAll });
    if (isSignificant(score, comparisons)) found.push({ value: tally.value(text), here, there, score });
  }
  return found.sort((one, other) => other.score - one.score || (String(one.value) < String(other.value) ? -1 : 1));
}

function textsOf({ here, there }: TwoTallies): Set<string> {
  return new Set([...here.counts.keys(), ...there.counts.keys()]);
}
