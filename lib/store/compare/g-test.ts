/** How many events have a value and how many do not, in two sets of events. */
export interface TwoCounts {
  readonly here: number;
  readonly hereAll: number;
  readonly there: number;
  readonly thereAll: number;
}

/** Below this a difference between two counts is taken for chance, whatever else was compared: p = 0.01 of one degree. */
const G_MIN = 6.6349;
const FRACTION_TERMS = 60;

/**
 * How surprising it is that a value has another share here than there: the likelihood ratio statistic G of the 2 by 2 table
 * (with the value or without it, here or there), divided by Williams' correction, which keeps it from overstating small counts.
 *
 * G = 2 Σ O ln(O / E), q = 1 + (n/r₁ + n/r₂ − 1)(n/c₁ + n/c₂ − 1) / 6n, the score is G / q. Zero when nothing can differ.
 * Sources: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19 (1993);
 * Williams, "Improved likelihood ratio tests for complete contingency tables", Biometrika 63 (1976).
 */
export function surprise({ here, hereAll, there, thereAll }: TwoCounts): number {
  const all = hereAll + thereAll;
  const having = here + there;
  const lacking = all - having;
  if (hereAll === 0 || thereAll === 0 || having === 0 || lacking === 0) return 0;
  const term = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const g =
    2 *
    (term(here, having, hereAll) +
      term(there, having, thereAll) +
      term(hereAll - here, lacking, hereAll) +
      term(thereAll - there, lacking, thereAll));
  const margins = (all / having + all / lacking - 1) * (all / hereAll + all / thereAll - 1);
  return Math.max(0, g / (1 + margins / (6 * all)));
}

/**
 * Whether a score is more than chance gives among so many comparisons: its probability times their number (Bonferroni) is at
 * most 0.01. G has the chi-square distribution with one degree of freedom, whose tail is erfc(√(G/2)).
 */
export function isSignificant(score: number, comparisons: number): boolean {
  return score >= G_MIN && complementaryError(Math.sqrt(score / 2)) * Math.max(1, comparisons) <= 0.01;
}

/** erfc of x > 1 by its continued fraction (Abramowitz and Stegun, 7.1.14). */
function complementaryError(x: number): number {
  let rest = 0;
  for (let term = FRACTION_TERMS; term >= 1; term -= 1) rest = term / 2 / (x + rest);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + rest);
}
