import { quantile } from './statistics/quantiles';
import type { TallyRow } from './tally';

/** How many different rows had events within a time. */
export interface FanOut {
  /** Buckets, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly distinct: number;
  /** What is usual in an hour; null where nothing is known of it. */
  readonly usual: number | null;
}

export interface FanOutRules {
  readonly bucketSeconds: number;
  /** So many different ones within an hour, at least. */
  readonly least: number;
  /** And so many times as many as usual. */
  readonly factor: number;
  /** Also what has gone on from the beginning, so that it may be how things are. */
  readonly evenIfAlways?: true;
}

const HOUR_SECONDS = 3600;
const DAY_HOURS = 24;
/** What somebody did in so many hours later on, over a day or more, says how it works from the beginning. */
const LATER_HOURS_MIN = 4;
/** What goes on for so long from the beginning is how it works. */
const STANDING_HOURS = 6;
const USUAL_SHARE = 0.95;
/** What was done so long ago was found then; it is not found again, unless there is much more of it. */
const AGO_HOURS = 12;
/** What comes again on so many later days is how it works. */
const AGAIN_DAYS_MIN = 2;

/**
 * When many more different rows than usual had events within an hour. Usual is the 95th percentile of the hours before in which
 * there were any, and whatever was more than half a day before; where there are none before, the median of later ones, if
 * these are spread over a day, and what comes again on two later days.
 */
export function fanOuts(rows: readonly TallyRow[], rules: FanOutRules): FanOut[] {
  if (rows.length < rules.least) return [];
  const window = Math.ceil(HOUR_SECONDS / rules.bucketSeconds);
  const points = pointsOf(rows, window);
  const hours = hoursOf(points, window);
  const found: FanOut[] = [];
  for (const { bucket, distinct, since } of points) {
    if (distinct < rules.least) continue;
    const open: FanOut | undefined = found.at(-1);
    const last = open !== undefined && since <= open.to ? open : null;
    const usual = last === null ? usualBefore(hours, Math.floor(since / window)) : last.usual;
    if (distinct < (usual ?? 0) * rules.factor) continue;
    if (last === null) found.push({ from: since, to: bucket + 1, distinct, usual });
    else found.splice(-1, 1, { ...last, to: bucket + 1, distinct: Math.max(last.distinct, distinct) });
  }
  return found.filter(
    (fan) => rules.evenIfAlways === true || fan.usual !== null || !isHowItWorks(fan, hours, window, rules.factor),
  );
}

interface Point {
  readonly bucket: number;
  /** In the hour that ends with the bucket. */
  readonly distinct: number;
  /** The first bucket with events of that hour. */
  readonly since: number;
}

function pointsOf(rows: readonly TallyRow[], window: number): Point[] {
  const cells = rows.flatMap((row, number) => Array.from(row.buckets, (bucket) => ({ bucket, number })));
  cells.sort((a, b) => a.bucket - b.bucket);
  const inside = new Map<number, number>();
  const points: Point[] = [];
  let first = 0;
  for (const [place, { bucket, number }] of cells.entries()) {
    inside.set(number, (inside.get(number) ?? 0) + 1);
    for (let cell = cells[first]; cell !== undefined && cell.bucket <= bucket - window; cell = cells[first]) {
      const left = (inside.get(cell.number) ?? 0) - 1;
      if (left > 0) inside.set(cell.number, left);
      else inside.delete(cell.number);
      first += 1;
    }
    if (cells[place + 1]?.bucket === bucket) continue;
    points.push({ bucket, distinct: inside.size, since: cells[first]?.bucket ?? bucket });
  }
  return points;
}

/** The most of each hour that has any. */
function hoursOf(points: readonly Point[], window: number): ReadonlyMap<number, number> {
  const hours = new Map<number, number>();
  for (const { bucket, distinct } of points) {
    const hour = Math.floor(bucket / window);
    hours.set(hour, Math.max(hours.get(hour) ?? 0, distinct));
  }
  return hours;
}

/** What was usual before an hour: in nearly all hours with any, or once more than half a day ago. */
function usualBefore(hours: ReadonlyMap<number, number>, hour: number): number | null {
  const before = [...hours].filter(([other]) => other < hour);
  if (before.length === 0) return null;
  const nearlyAll = quantile(Float64Array.from(before, ([, distinct]) => distinct).sort(), USUAL_SHARE);
  return before.reduce(
    (most, [other, distinct]) => (other < hour - AGO_HOURS ? Math.max(most, distinct) : most),
    nearlyAll,
  );
}

/** Whether it goes on and on, is no more than what is usual later, or comes again on other days. */
function isHowItWorks(fan: FanOut, hours: ReadonlyMap<number, number>, window: number, factor: number): boolean {
  if (fan.to - fan.from >= STANDING_HOURS * window) return true;
  const end = fan.to / window;
  const later = [...hours].filter(([hour]) => hour > end);
  const again = later.filter(([hour, distinct]) => hour > end + AGO_HOURS && distinct * 2 >= fan.distinct);
  if (new Set(again.map(([hour]) => Math.floor(hour / DAY_HOURS))).size >= AGAIN_DAYS_MIN) return true;
  const last = later.at(-1)?.[0] ?? 0;
  if (later.length < LATER_HOURS_MIN || last - end < DAY_HOURS) return false;
  const usual = quantile(Float64Array.from(later, ([, distinct]) => distinct).sort(), 0.5);
  return fan.distinct < usual * factor;
}
