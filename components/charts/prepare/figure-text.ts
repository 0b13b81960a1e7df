import { formatBytes, formatDuration } from '@/components/text';
import type { ColumnAnswer } from '@/lib/interface';

const FIGURE = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A figure for an axis or the end of a bar: short, in its unit. */
export function shortFigure(value: number, unit: ColumnAnswer['unit']): string {
  if (unit === 'bytes') return formatBytes(value);
  if (unit === 'milliseconds')
    return value < 1 && value > 0 ? `${FIGURE.format(value)} ms` : formatDuration(value / 1000);
  return Math.abs(value) < 10_000 ? FIGURE.format(value) : SHORT.format(value);
}

/** A figure whole, with its unit beside it where it has one. */
export function wholeFigure(value: number, unit: ColumnAnswer['unit']): string {
  const figure = FIGURE.format(value);
  if (unit === 'bytes') return value < 1024 ? `${figure} B` : `${formatBytes(value)} (${figure} B)`;
  return unit === 'milliseconds' ? `${figure} ms` : figure;
}
