import { attributeColumn, attributeOf } from '@/lib/columns';
import { knownField, sql } from '@/lib/query';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';

/** Attributes that events of some segments may have. */
export interface AttributeNames {
  readonly names: readonly string[];
  /** How many more there are. */
  readonly leftOut: number;
}

/** So many are compared: those that the most segments know. */
const NAMES_MAX = 80;
/** Longer ones are no names of fields. */
const NAME_LENGTH_MAX = 256;
const EVERY_NAME = `${attributeColumn('')}%`;

/** The names of attributes in any of the segments, those first that most segments know, then in order of name. */
export async function attributeNames(
  reader: Reader,
  ...segments: readonly (readonly SegmentSpan[])[]
): Promise<AttributeNames> {
  const all = new Map(segments.flat().map((segment) => [segment.id, segment]));
  const stored = [...all.values()].filter(({ columns }) => columns).map(({ id }) => id);
  // What grows has no stored columns yet: its events say what they have.
  const others = [...all.keys()].filter((id) => !stored.includes(id));
  const rows = await reader.rows<{ name: string; known: string }>(sql`
    SELECT name, count(*) AS known FROM (
      SELECT name, segment FROM column_block
      WHERE segment = ANY (${stored}::int[]) AND chunk = 0 AND name LIKE ${EVERY_NAME}
      UNION
      SELECT ${attributeColumn('')} || each.key, event.segment
      FROM event, jsonb_object_keys(event.attributes) AS each(key) WHERE event.segment = ANY (${others}::int[])
    ) AS named GROUP BY name ORDER BY count(*) DESC, name COLLATE "C"`);
  const names = rows.map(({ name }) => attributeOf(name)).filter(isNameable);
  return { names: names.slice(0, NAMES_MAX), leftOut: Math.max(0, names.length - NAMES_MAX) };
}

/** Whether a query can mean the attribute by its name: that of a field of ours would mean the field. */
function isNameable(name: string): boolean {
  return name !== '' && name.length <= NAME_LENGTH_MAX && knownField(name) === null;
}
