import type { TimeSpan } from './history';
import type { TallyRow } from './tally';
import { type BucketRange, countWithin, lastBefore } from './tally-cells';

const MICROS = 1e6;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
/** Less than two days say nothing of what is usual: nights, jobs and people come once a day. */
export const LEARNING_SECONDS = 2 * DAY_SECONDS;
/** So many hours of them must have events: a log from another year tells nothing of the days between. */
const LEARNING_HOURS = 24;
/** An episode's query names all that is in it, and a query has its length: 10,000 characters. */
const QUERY_MAX = 8000;
/** What is written of a row beside its key. */
const ROW_CHARACTERS = 80;

/** Things that somebody did for the first time, all within a day. */
export interface Episode {
  /** In order of their first times; no more than a query can name. */
  readonly rows: readonly TallyRow[];
  /** From the first to the last bucket of that day in which they happened, and how many events that is. */
  readonly range: BucketRange;
  readonly events: number;
  /** Microseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Seconds of data before it. */
  readonly history: number;
}

/** Seconds of events before a time in microseconds: of the hours that have any. */
export function secondsBefore(time: number, span: TimeSpan | null): number {
  if (span === null || time <= span.from) return 0;
  const passed = Math.round((time - span.from) / MICROS);
  return Math.min(passed, hoursBefore(span.hours, time) * HOUR_SECONDS);
}

/** Whether a time has enough history before it to call anything new. */
export function isLearned(time: number, span: TimeSpan | null): boolean {
  if (span === null || time - span.from < LEARNING_SECONDS * MICROS) return false;
  return hoursBefore(span.hours, time) >= LEARNING_HOURS;
}

/** How many of the hours began before a time. */
function hoursBefore(hours: Uint32Array, time: number): number {
  const hour = time / MICROS / HOUR_SECONDS;
  let low = 0;
  let high = hours.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hours[middle] ?? 0) < hour) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Puts what was new into episodes: one begins with the first new thing and takes in all that follows within a day. Rows that are
 * too early to be called new must have been left out.
 */
export function episodesOf(rows: Iterable<TallyRow>, bucketSeconds: number, span: TimeSpan | null): Episode[] {
  const inOrder = [...rows].sort((a, b) => a.first - b.first);
  const episodes: TallyRow[][] = [];
  for (const row of inOrder) {
    const last = episodes.at(-1);
    const began = last?.[0]?.first;
    if (last !== undefined && began !== undefined && row.first < began + DAY_SECONDS * MICROS) last.push(row);
    else episodes.push([row]);
  }
  return episodes.map((episode) => episodeOf(nameable(episode), bucketSeconds, span));
}

/** An episode of these rows, however long after their first they were seen; at least one. */
export function episodeOf(rows: readonly TallyRow[], bucketSeconds: number, span: TimeSpan | null): Episode {
  const first = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
  const from = Math.floor(first / MICROS / bucketSeconds);
  const last = lastBefore(rows, from + Math.ceil(DAY_SECONDS / bucketSeconds)) ?? from;
  const range = { from, to: last + 1 };
  return {
    rows,
    range,
    events: countWithin(rows, range),
    from: from * bucketSeconds * MICROS,
    to: (last + 1) * bucketSeconds * MICROS,
    history: secondsBefore(first, span),
  };
}

/** The first rows, as many as one query can name; at least one. */
export function nameable(rows: readonly TallyRow[]): readonly TallyRow[] {
  let characters = 0;
  const end = rows.findIndex(({ key }, place) => {
    characters += ROW_CHARACTERS + key.reduce((sum, text) => sum + text.length, 0);
    return place > 0 && characters > QUERY_MAX;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
