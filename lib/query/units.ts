/** Bytes per unit of size: decimal and binary, as SI and IEC 80000-13 have them. Kubernetes leaves the B out (`10Ki`). */
const SIZES: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ...['k', 'm', 'g', 't', 'p'].flatMap((letter, index): [string, number][] => [
    [`${letter}b`, 1000 ** (index + 1)],
    [`${letter}ib`, 1024 ** (index + 1)],
    [`${letter}i`, 1024 ** (index + 1)],
  ]),
]);

/** Milliseconds per unit of duration, in Go's letters, plus days and weeks. */
const DURATIONS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 604_800_000],
]);

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-zµμ]*)$/i;

export type Quantity = { readonly number: number; readonly unit: 'none' | 'size' | 'duration' };

/** Reads `400`, `1.5MB` (in bytes) or `250ms` (in milliseconds); null when it is none of them. */
export function parseQuantity(text: string): Quantity | null {
  if (text.length > 64) return null;
  const [, digits, unit] = NUMBER.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const amount = Number(digits);
  if (!Number.isFinite(amount)) return null;
  if (unit === '') return quantity(amount, 'none');
  const size = SIZES.get(unit.toLowerCase());
  if (size !== undefined) return quantity(amount * size, 'size');
  const duration = DURATIONS.get(unit);
  return duration === undefined ? null : quantity(amount * duration, 'duration');
}

/** Milliseconds of a duration's unit letter; null when there is no such unit. */
export function durationUnit(unit: string): number | null {
  return DURATIONS.get(unit) ?? null;
}

/** Products such as 0.1 × 1000 stay free of binary dust; minus zero becomes zero. */
function quantity(number: number, unit: Quantity['unit']): Quantity | null {
  const tidy = Number(number.toPrecision(15)) + 0;
  return Number.isFinite(tidy) ? { number: tidy, unit } : null;
}
