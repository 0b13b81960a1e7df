import { ATTRIBUTES_COLUMN } from '@/lib/columns';
import type { Breakdown } from '../breakdown';
import type { ValueTallyAnswer } from '../matching';
import { countValues, ofFiles } from './column-facets';
import type { FoundEvents } from './found-events';

type BySql = (fields: readonly Breakdown[], segments: readonly number[]) => Promise<ValueTallyAnswer[]>;

/**
 * How often each value of fields occurs, from columns; in segments that do not keep a column the events are counted by SQL.
 * Attributes that some segment does not keep are asked of it together, since SQL counts all of them in one scan. An attribute
 * that a segment with a column for each attribute has none for has too many values (`lib/columns` says how many those are).
 */
export async function columnTallies(
  found: FoundEvents,
  fields: readonly Breakdown[],
  most: number,
  bySql: BySql,
): Promise<ValueTallyAnswer[]> {
  const { open, uncounted } = await openSegments(found, fields);
  const tallies = new Map<Breakdown, ValueTallyAnswer>();
  for (const field of fields) {
    const isKept = !uncounted.has(field);
    tallies.set(field, isKept ? await keptTally(found, field, open.get(field) ?? NONE, most) : 'too-many');
  }
  const attributes = fields.filter((field) => field.attribute !== null && open.has(field));
  const others = fields.filter((field) => field.attribute === null && open.has(field));
  for (const asked of [attributes, ...others.map((field) => [field])]) {
    const [first] = asked;
    if (first === undefined) continue;
    const rest = await bySql(asked, [...(open.get(first) ?? NONE)]);
    for (const [index, field] of asked.entries()) {
      tallies.set(field, added(tallies.get(field), rest[index], most));
    }
  }
  return fields.map((field) => tallies.get(field) ?? { counts: new Map() });
}

const NONE: ReadonlySet<number> = new Set();

interface Open {
  /** For each field that not every segment keeps, the ids of those to be asked by SQL; for all attributes the same. */
  readonly open: ReadonlyMap<Breakdown, ReadonlySet<number>>;
  /** Attributes that have too many values in a segment. */
  readonly uncounted: ReadonlySet<Breakdown>;
}

async function openSegments({ engine, reader, rows }: FoundEvents, fields: readonly Breakdown[]): Promise<Open> {
  const segments = rows.map(({ segment }) => segment);
  const open = new Map<Breakdown, ReadonlySet<number>>();
  const uncounted = new Set<Breakdown>();
  const ofAttributes = new Set<number>();
  const marks = await engine.cache.dictionariesOf(reader, segments, ATTRIBUTES_COLUMN);
  for (const field of fields) {
    const { column, attribute } = field;
    const answers = column === null ? [] : await engine.cache.dictionariesOf(reader, segments, column);
    const missing = segments.filter((_, index) => column === null || answers[index] === 'too-many').map(({ id }) => id);
    if (missing.length === 0) continue;
    const isTooMany = segments.some((_, index) => answers[index] === 'too-many' && marks[index] !== 'too-many');
    if (attribute !== null && isTooMany) {
      uncounted.add(field);
      continue;
    }
    for (const id of attribute === null ? [] : missing) ofAttributes.add(id);
    open.set(field, attribute === null ? new Set(missing) : ofAttributes);
  }
  return { open, uncounted };
}

async function keptTally(
  found: FoundEvents,
  field: Breakdown,
  open: ReadonlySet<number>,
  most: number,
): Promise<ValueTallyAnswer> {
  const kept = { ...found, rows: found.rows.filter(({ segment }) => !open.has(segment.id)) };
  const counted = field.column === null ? null : await countValues(kept, field.column);
  const counts = new Map<string, number>();
  if (counted === null) return { counts };
  const texts = field.ofFile === null ? counted.occurring() : await ofFiles(found, field.ofFile, counted);
  for (const { text, count } of texts) {
    if (counts.size === most) return 'too-many';
    counts.set(text, count);
  }
  return { counts };
}

function added(one: ValueTallyAnswer | undefined, other: ValueTallyAnswer | undefined, most: number): ValueTallyAnswer {
  if (one === undefined || other === undefined || one === 'too-many' || other === 'too-many') return 'too-many';
  const counts = new Map(one.counts);
  for (const [text, count] of other.counts) counts.set(text, (counts.get(text) ?? 0) + count);
  return counts.size > most ? 'too-many' : { counts };
}
