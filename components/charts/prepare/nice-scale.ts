import type { Unit } from '@/lib/query';

/** An axis of numbers: where it ends, its ticks, and whether equal steps are equal ratios. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Lines whose largest and smallest value lie further apart are unreadable at the bottom of a linear axis. */
const LOG_RATIO = 1000;
const TICKS_MAX = 5;

/**
 * The axis for some numbers. Linear axes begin at zero (or at the least, when it is below zero) and end at a round number; those of a
 * unit of bytes at one that is round in its unit of 1024. `mayBeLog` is false where lengths are compared, as those of bars.
 */
export function scaleFor(values: readonly number[], unit: Unit | null, mayBeLog: boolean): Scale {
  const least = smallest(values);
  const most = -smallest(values.map((value) => -value));
  const positive = values.filter((value) => value > 0);
  if (mayBeLog && least >= 0 && positive.length > 1 && most / smallest(positive) > LOG_RATIO) {
    return logScale(smallest(positive), most, unit === 'bytes' ? 1024 : 10);
  }
  const isWhole = unit === null && values.every(Number.isInteger);
  return linearScale(Math.min(0, least), Math.max(0, most), unit, isWhole);
}

function linearScale(least: number, most: number, unit: Unit | null, isWhole: boolean): Scale {
  const rough = niceStep((most - least) / (TICKS_MAX - 1), unit);
  // There is no half event.
  const step = isWhole ? Math.max(1, rough) : rough;
  const from = Math.floor(least / step) * step;
  const to = Math.max(from + step, Math.ceil(most / step) * step);
  const count = Math.round((to - from) / step);
  return {
    kind: 'linear',
    from,
    to,
    ticks: Array.from({ length: count + 1 }, (_, index) => exact(from + index * step)),
  };
}

/** `base`: what ticks are powers of. */
function logScale(least: number, most: number, base: number): Scale {
  const powerOf = (value: number) => Math.log(value) / Math.log(base);
  // A power itself is not to be rounded away from by the noise of logarithms.
  const first = Math.floor(powerOf(least) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(powerOf(most) - 1e-9));
  const every = Math.ceil((last - first) / (TICKS_MAX - 1));
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const ticks = powers.filter((power) => (power - first) % every === 0).map((power) => exact(base ** power));
  return { kind: 'log', from: exact(base ** first), to: exact(base ** last), ticks };
}

/** 1, 2 or 5 times a power of ten, at least `rough`; of bytes, in their unit of 1024. */
function niceStep(rough: number, unit: Unit | null): number {
  if (!(rough > 0)) return 1;
  if (unit === 'bytes' && rough >= 1) return byteStep(rough);
  const power = 10 ** Math.floor(Math.log10(rough));
  return exact(([1, 2, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power);
}

const BYTE_FACTORS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1024];

function byteStep(rough: number): number {
  const base = 1024 ** Math.floor(Math.log(rough) / Math.log(1024));
  return (BYTE_FACTORS.find((factor) => factor * base >= rough) ?? 1024) * base;
}

/** Without the noise of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}
