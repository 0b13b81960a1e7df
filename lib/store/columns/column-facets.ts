import { sql } from '@/lib/query';
import type { Breakdown } from '../breakdown';
import { type CountedText, commonest } from '../commonest';
import type { Facet } from '../matching';
import type { SegmentDictionary } from './column-cache';
import { bitsOf, type FoundEvents } from './found-events';
import { MergedCounts } from './merged-counts';

/** A facet of events from a column; null when a segment does not keep that column. */
export async function columnFacet(found: FoundEvents, by: Breakdown, limit: number): Promise<Facet | null> {
  const counts = by.column === null ? null : await countValues(found, by.column);
  if (counts === null) return null;
  const { distinct, values } = commonest(
    by.ofFile === null ? counts.occurring() : await ofFiles(found, by.ofFile, counts),
    limit,
  );
  return {
    distinct,
    missing: counts.missing,
    values: values.map(({ text, count }) => ({ value: by.value(text), count })),
  };
}

/** How many of the events have each value of a column. Segments of which all events are meant are not looked through. */
export async function countValues(found: FoundEvents, column: string): Promise<MergedCounts | null> {
  const { engine, reader, rows, signal } = found;
  const segments = rows.map(({ segment }) => segment);
  const dictionaries = await engine.cache.dictionariesOf(reader, segments, column);
  const known: SegmentDictionary[] = [];
  for (const dictionary of dictionaries) {
    if (dictionary === 'too-many') return null;
    known.push(dictionary);
  }
  const scanned = rows.flatMap((row, index) => {
    const dictionary = known[index];
    return row.bits === null || dictionary === undefined ? [] : [{ row, dictionary }];
  });
  const scannedSegments = scanned.map(({ row }) => row.segment);
  const codes = await engine.cache.codesOf(reader, scannedSegments, column);
  const inputs = scanned.flatMap(({ row, dictionary }, index) => {
    const own = codes[index];
    if (own === undefined) return [];
    return [{ bits: bitsOf(row), count: row.count, codes: own, values: dictionary.numbers.length }];
  });
  const counted = await engine.threads.run('countCodes', inputs, signal);
  const counts = new MergedCounts();
  for (const [index, row] of rows.entries()) {
    const dictionary = known[index];
    if (dictionary !== undefined && row.bits === null) counts.add(dictionary, dictionary.counts);
  }
  for (const [index, { dictionary }] of scanned.entries()) {
    const own = counted[index];
    if (own !== undefined) counts.add(dictionary, own);
  }
  return counts;
}

/** The same counts by what table `file` knows of each file id. */
export async function ofFiles(
  { reader }: FoundEvents,
  expression: NonNullable<Breakdown['ofFile']>,
  counts: MergedCounts,
): Promise<CountedText[]> {
  const byId = new Map([...counts.occurring()].map(({ text, count }) => [Number(text), count]));
  const rows = await reader.rows<{ id: number; v: string | null }>(sql`
    SELECT file.id, ${expression} AS v FROM file WHERE file.id = ANY (${[...byId.keys()]}::int[])`);
  const byText = new Map<string, number>();
  for (const { id, v } of rows) if (v !== null) byText.set(v, (byText.get(v) ?? 0) + (byId.get(id) ?? 0));
  return Array.from(byText, ([text, count]) => ({ text, count }));
}
