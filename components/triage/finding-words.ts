import { formatBytes, formatDuration } from '@/components/text';
import { spanLength } from '@/components/time';
import type { FindingAnswer, FindingUnit } from '@/lib/interface';

const FIGURE = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const WHOLE = new Intl.NumberFormat('en');

/** An observed or expected figure in its unit: whole numbers in full, others with three digits that count. */
export function figureText(figure: number, unit: FindingUnit): string {
  if (unit === 'bytes') return formatBytes(figure);
  if (unit === 'seconds') return formatDuration(figure);
  return Number.isInteger(figure) ? WHOLE.format(figure) : FIGURE.format(figure);
}

/** `in 14 d 2 h of data`: how much data a finding was held against. */
export function historyText({ history }: FindingAnswer): string {
  return history > 0 ? `in ${formatDuration(history)} of data` : 'with nothing before it';
}

/** The length of a finding in milliseconds. */
export function lengthOfFinding({ from, to }: FindingAnswer): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

/** How long a finding lasted, in words: a single event has no length, though its range holds its millisecond. */
export function lastedWords(finding: FindingAnswer): string {
  const length = lengthOfFinding(finding);
  return length <= 1 ? 'at one moment' : `for ${spanLength(length)}`;
}
