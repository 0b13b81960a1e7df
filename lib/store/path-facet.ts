import { combine, type FieldClause, nestedValues, resolveField, sql } from '@/lib/query';
import { type Question, questionWith } from './answer-about';
import { commonest } from './commonest';
import { parseOrder } from './event-order';
import type { Facet, KeyedRow } from './matching';
import { ORIGINAL_COLUMNS, type OriginalPlace, OriginalTexts } from './original-texts';
import { segmentsHaving } from './path-conditions';
import { startBehind } from './read-events';
import type { Reader } from './read-only';

/** So many originals are read and taken apart within the time that a question has. */
const EVENTS_MAX = 100_000;
const PAGE_EVENTS = 2000;
/** Blocks that are held at a time, at most: each of these events may stand in one of its own. */
const EVENTS_TOGETHER = 100;
/** A longer record is not looked into. */
const ORIGINAL_BYTES_MAX = 16 * 1024 * 1024;

/**
 * The facet of a name that is a path into the JSON of the originals, as it is where no event has such an attribute; null for
 * other names. An event with several values counts for each. The originals of all events that have the path are read;
 * where that would be too many, the facet says so.
 */
export async function pathFacet(question: Question, name: string, limit: number): Promise<Facet | null> {
  const { reader, scope } = question;
  const field = resolveField(name);
  if (field.kind !== 'attribute' || scope.segments.length === 0) return null;
  if ((await segmentsHaving(reader, scope.segments, name)).size > 0) return null;
  const all = await question.matching.count();
  if (all > EVENTS_MAX) return tooMany(name, all);
  const exists: FieldClause = { kind: 'field', field, matcher: { kind: 'exists' }, at: scope.query.at };
  const query = scope.query.kind === 'everything' ? exists : combine('and', [scope.query, exists]);
  const { matching } = await questionWith(question, { ...scope, query });
  const counts = new Map<string, number>();
  let having = 0;
  for await (const text of originalsOf(reader, matching)) {
    const values = nestedValues(text, name);
    // A path may lead to nothing but objects.
    if (values.length > 0) having += 1;
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { distinct, values } = commonest(
    Array.from(counts, ([text, count]) => ({ text, count })),
    limit,
  );
  return { distinct, missing: all - having, values: values.map(({ text, count }) => ({ value: text, count })) };
}

function tooMany(name: string, events: number): Facet {
  const problem = `${name} stands in the originals only, and those of ${events.toLocaleString('en')} events would have to be read; narrow the time range, the type or the query to ${EVENTS_MAX.toLocaleString('en')} events`;
  return { distinct: 0, missing: 0, values: [], problem };
}

/** The originals of events, a few at a time. */
async function* originalsOf(reader: Reader, matching: Question['matching']): AsyncGenerator<string> {
  const order = parseOrder('asc');
  let rows: readonly KeyedRow[] = [];
  do {
    const last = rows.at(-1);
    rows = await matching.page(order, last === undefined ? null : startBehind(last), PAGE_EVENTS);
    for (let from = 0; from < rows.length; from += EVENTS_TOGETHER) {
      const texts = new OriginalTexts(reader);
      for (const place of await placesOf(reader, rows.slice(from, from + EVENTS_TOGETHER))) {
        yield (await texts.of(place, ORIGINAL_BYTES_MAX)).raw;
      }
    }
  } while (rows.length === PAGE_EVENTS);
}

function placesOf(reader: Reader, rows: readonly KeyedRow[]): Promise<OriginalPlace[]> {
  return reader.rows<OriginalPlace>(sql`
    SELECT event.segment, ${ORIGINAL_COLUMNS}
    FROM unnest(${rows.map(({ segment }) => segment)}::int[], ${rows.map(({ n }) => n)}::int[]) AS wanted(segment, n)
    JOIN event ON event.segment = wanted.segment AND event.n = wanted.n
    ORDER BY event.segment, event.block, event.raw_offset`);
}
