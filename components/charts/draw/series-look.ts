import type { Series } from '../prepare/series-chart';
import { sliceColors } from '../prepare/slice-colors';

/** Lines are told apart by more than their colour. */
export const LINE_DASHES: readonly (string | undefined)[] = [undefined, '6 3', '2 2', '8 3 2 3', '1 3', '10 4'];

/** Statuses mean something: a class of failures has the colour of failures. */
const CLASSES: Readonly<Record<string, string>> = {
  '1xx': 'var(--slice-other)',
  '2xx': 'var(--slice-3)',
  '3xx': 'var(--slice-1)',
  '4xx': 'var(--severity-warning)',
  '5xx': 'var(--severity-error)',
};

/** The colours of series, by their places; a single one has `own`. */
export function seriesColors(series: readonly Series[], own: string): readonly string[] {
  if (series.length === 1) return [own];
  const field = series.find((each) => !each.isRest)?.field ?? null;
  const colors = sliceColors(
    series.map(({ name }) => name),
    field,
  );
  return series.map(({ name, isRest }) => {
    if (isRest) return 'var(--slice-other)';
    const ofClass = field === 'status' && Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
    return ofClass ?? colors.get(name) ?? 'var(--slice-other)';
  });
}
