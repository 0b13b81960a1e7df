import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { narrowedTo } from '@/lib/query';

/** Where a row of an answer leads: to one event, or to the events that were counted in it. */
export type AnswerTarget =
  | { readonly kind: 'event'; readonly id: string }
  | {
      readonly kind: 'events';
      readonly q: string;
      /** Of a stretch of a timeline. */
      readonly range: { readonly from: string; readonly to: string } | null;
    };

/** The target of a row; null when it says of no field or time what its events have. */
export function answerTarget(
  q: string,
  row: QueryAnswer['rows'][number],
  kinds: readonly ColumnAnswer[],
): AnswerTarget | null {
  const id = row[kinds.findIndex(({ field }) => field === 'id')];
  if (typeof id === 'string') return { kind: 'event', id };
  const range = rangeOf(row, kinds);
  const values = kinds.flatMap(({ field, kind }, index) =>
    field === null || kind === 'time' ? [] : [{ field, value: row[index] ?? null }],
  );
  return values.length === 0 && range === null ? null : { kind: 'events', q: narrowedTo(q, values), range };
}

function rangeOf(row: QueryAnswer['rows'][number], kinds: readonly ColumnAnswer[]) {
  const place = kinds.findIndex(({ interval }) => interval !== null);
  const start = row[place];
  const interval = kinds[place]?.interval ?? null;
  if (typeof start !== 'string' || interval === null) return null;
  return { from: start, to: new Date(Date.parse(start) + interval).toISOString() };
}
