import type { Bound, BoundName, CorrelationRule } from '../rule';

const HOLDS: Readonly<Record<BoundName, (figure: number, value: number) => boolean>> = {
  gt: (figure, value) => figure > value,
  gte: (figure, value) => figure >= value,
  lt: (figure, value) => figure < value,
  lte: (figure, value) => figure <= value,
  eq: (figure, value) => figure === value,
  neq: (figure, value) => figure !== value,
};

/** Whether a figure keeps all bounds. */
export function keeps(bounds: readonly Bound[], figure: number | null): boolean {
  return figure !== null && bounds.every(({ is, value }) => HOLDS[is](figure, value));
}

/** From how many on it makes no difference to bounds how many more there are. */
export function enough(bounds: readonly Bound[]): number {
  return Math.max(1, ...bounds.map(({ value }) => Math.floor(value) + 1));
}

/**
 * Whether what is true once stays true when more events come, so that a correlation can tell at once. What asks for few, for
 * none or for a figure that may fall is only known when its time is over.
 */
export function tellsAtOnce({ bounds, condition }: Pick<CorrelationRule, 'bounds' | 'condition'>): boolean {
  if (condition !== null) return !JSON.stringify(condition).includes('"not"');
  return bounds.every(({ is }) => is === 'gt' || is === 'gte');
}
