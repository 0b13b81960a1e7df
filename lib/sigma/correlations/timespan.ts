import { type DocumentPath, RuleError } from '../rule-error';

/** Microseconds of each unit. Months and years, which only pySigma knows, are a twelfth of a year and 365.2425 days. */
const UNITS: Readonly<Record<string, number>> = {
  s: 1e6,
  m: 60e6,
  h: 3600e6,
  d: 86_400e6,
  w: 604_800e6,
  M: 2_629_746e6,
  y: 31_556_952e6,
};

/** Reads `90m` and the like; in microseconds. */
export function readTimespan(text: string, path: DocumentPath): number {
  const match = /^([1-9]\d{0,6})([smhdwMy])$/.exec(text);
  const unit = UNITS[match?.[2] ?? ''];
  if (match === null || unit === undefined) {
    throw new RuleError(`a timespan is a number and one of s, m, h, d: 90m, 24h; "${text}" is none`, path);
  }
  return Number(match[1]) * unit;
}
