import { type Sql, sql } from '@/lib/query';
import { type Breakdown, valueCounts } from './breakdown';
import type { ValueTallyAnswer } from './matching';
import type { Reader } from './read-only';

/** How many events have each value of fields: of attributes in one scan for all of them, of the others in one each. */
export async function talliesBySql(
  reader: Reader,
  where: Sql,
  fields: readonly Breakdown[],
  most: number,
): Promise<ValueTallyAnswer[]> {
  const names = fields.flatMap(({ attribute }) => attribute ?? []);
  const ofAttributes = names.length === 0 ? null : await attributeTallies(reader, where, names, most);
  const tallies: ValueTallyAnswer[] = [];
  for (const field of fields) {
    const known = field.attribute === null ? undefined : ofAttributes?.get(field.attribute);
    if (field.attribute === null) tallies.push(await fieldTally(reader, where, field, most));
    else tallies.push(known === undefined ? { counts: new Map() } : known);
  }
  return tallies;
}

async function fieldTally(reader: Reader, where: Sql, field: Breakdown, most: number): Promise<ValueTallyAnswer> {
  const rows = await reader.rows<{ v: string; c: string }>(
    sql`SELECT v, c FROM (${valueCounts(where, field)}) AS counted WHERE v IS NOT NULL LIMIT ${most + 1}`,
  );
  return rows.length > most ? 'too-many' : { counts: new Map(rows.map(({ v, c }) => [v, Number(c)])) };
}

async function attributeTallies(
  reader: Reader,
  where: Sql,
  names: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, ValueTallyAnswer>> {
  const rows = await reader.rows<{ name: string; v: string; c: string; distinct_values: string }>(sql`
    SELECT name, v, c, distinct_values FROM (
      SELECT counted.*, count(*) OVER (PARTITION BY name) AS distinct_values,
        row_number() OVER (PARTITION BY name) AS place
      FROM (
        SELECT each.key AS name, each.value AS v, count(*) AS c
        FROM event, jsonb_each_text(event.attributes) AS each(key, value)
        WHERE ${where} AND each.key = ANY (${names}::text[]) AND each.value IS NOT NULL GROUP BY 1, 2
      ) AS counted
    ) AS ranked WHERE distinct_values <= ${most} OR place = 1`);
  const found = new Map<string, Map<string, number> | 'too-many'>();
  for (const { name, v, c, distinct_values } of rows) {
    const known = found.get(name) ?? (Number(distinct_values) > most ? 'too-many' : new Map<string, number>());
    found.set(name, known);
    if (known !== 'too-many') known.set(v, Number(c));
  }
  return new Map([...found].map(([name, counts]) => [name, counts === 'too-many' ? counts : { counts }]));
}
