import type { Grid } from '@/lib/query';
import type { BucketCount, Split, TimeExtent } from '../matching';
import { BucketCounts } from './bucket-counts';
import { bitsOf, type FoundEvents } from './found-events';
import { groupsOf, NO_GROUPS } from './groups';
import type { SegmentRows } from './segment-rows';

/** The first and last time of events. Of segments of which all are meant, the segment itself knows. */
export async function columnExtent(found: FoundEvents): Promise<TimeExtent> {
  const { engine, reader, rows, signal } = found;
  const whole = rows.filter(({ bits }) => bits === null).map(({ segment }) => segment);
  const partly = rows.filter(({ bits }) => bits !== null);
  const minutes = await engine.cache.minutesOf(reader, whole);
  const times = await engine.cache.timesOf(
    reader,
    partly.map(({ segment }) => segment),
  );
  const inputs = partly.flatMap((row, index) => {
    const own = times[index];
    return own === undefined ? [] : [{ bits: bitsOf(row), count: row.count, times: own.times }];
  });
  const extents: TimeExtent[] = await engine.threads.run('findExtent', inputs, signal);
  for (const [index, { first, last, events }] of whole.entries()) {
    const timed = minutes[index]?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
    extents.push({ first, last, untimed: events - timed });
  }
  return joined(extents);
}

function joined(extents: readonly TimeExtent[]): TimeExtent {
  const firsts = extents.flatMap(({ first }) => first ?? []);
  const lasts = extents.flatMap(({ last }) => last ?? []);
  const untimed = extents.reduce((sum, extent) => sum + extent.untimed, 0);
  if (firsts.length === 0) return { first: null, last: null, untimed };
  return { first: Math.min(...firsts), last: Math.max(...lasts), untimed };
}

/** Counts of events on a grid; null when a segment does not keep the column that they are split by. */
export async function columnBuckets(
  found: FoundEvents,
  grid: Grid,
  split: Split | null,
): Promise<readonly BucketCount[] | null> {
  const groups = split === null ? NO_GROUPS : await groupsOf(found.reader, split);
  const counts = new BucketCounts(grid, groups);
  const whole = found.rows.filter(({ bits }) => bits === null && counts.takesMinutes).map(({ segment }) => segment);
  const scanned = found.rows.filter(({ bits }) => bits !== null || !counts.takesMinutes);
  for (const minutes of await found.engine.cache.minutesOf(found.reader, whole)) counts.addMinutes(minutes);
  if (!(await addScanned(found, scanned, counts))) return null;
  return counts.list();
}

/** Looks through the events of segments; answers false when one does not keep the column that they are split by. */
async function addScanned(found: FoundEvents, rows: readonly SegmentRows[], counts: BucketCounts): Promise<boolean> {
  const { engine, reader, signal } = found;
  const { column } = counts.groups;
  const segments = rows.map(({ segment }) => segment);
  const times = await engine.cache.timesOf(reader, segments);
  const dictionaries = column === null ? [] : await engine.cache.dictionariesOf(reader, segments, column);
  if (dictionaries.includes('too-many')) return false;
  const codes = column === null ? [] : await engine.cache.codesOf(reader, segments, column);
  const inputs = rows.flatMap((row, index) => {
    const own = times[index];
    const split = { codes: codes[index], dictionary: dictionaries[index] };
    return own === undefined ? [] : [counts.input(row, own.times, split)];
  });
  for (const part of await engine.threads.run('countTimes', inputs, signal)) counts.add(part);
  return true;
}
