import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from '../sql';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { compilePlan } from './compile-plan';
import { parsePipeline } from './parse-pipeline';
import { planOf, withBucketWidth } from './plan';

const NOW = new Date('2026-02-01T00:00:00Z');

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);

function compiled(text: string, from: Date | null = NOW) {
  const plan = withBucketWidth(planOf(parsePipeline(text)), 0, 86_400_000);
  return compilePlan(plan, { now: NOW, where: sql`true`, from, rowsMax: 100 });
}

/** The whole alphabet of the compiler: whatever is asked, the text of the SQL is made of these words alone. */
const SQL_WORDS =
  /^(?:\s+|event\."[a-z_]+"|r\.c\d+|c\d+|(?:source|file)\.(?:name|path|id|source_id)\b|\$\d+|'-'|1000000\b|=>|::(?:text|smallint|bigint|float8|integer|timestamptz|inet)\b(?:\[\])?|"C"|->>|<<=|>=|<=|\|\||[()=<>~,*]|'UTC'|> 0\b|\b(?:translate|starts_with|right|length|strpos|extract|minute|hour|isodow|day|week|month|year|from|at|time|zone|true|false|is|not|null|and|or|lower|collate|like|any|case|when|then|else|end|select|from|where|group|order|by|limit|having|as|r|event|file|source|left|join|on|count|sum|avg|min|max|distinct|percentile_cont|within|asc|desc|nulls|last|bool_or|date_bin|make_interval|secs|extract|epoch|total)\b)+$/;

test('no text of a step gets into the SQL', () => {
  fc.assert(
    fc.property(arbitraryPipeline, (text) => {
      const { rows, total } = compiled(text);
      for (const statement of [rows, total]) {
        const query = statement.toQuery();
        expect(query.text).toMatch(SQL_WORDS);
        expect(new Set(query.text.match(/\$\d+/g)).size).toBe(query.values.length);
      }
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test.each([
  ["'; drop table event; --", `* | count by "'; drop table event; --" | sort "'; drop table event; --"`],
  ['$1', '* | sum "$1" as "$1" | where "$1":>5'],
  ['c1', '* | count as "c1\\"; --" by user | sort "c1\\"; --"'],
])('%s is a name like any other', (_name, text) => {
  expect(compiled(text).rows.toQuery().text).toMatch(SQL_WORDS);
});

test('places of files and sources come by joins, and only where they are asked for', () => {
  expect(compiled('* | count by source').rows.toQuery().text).toMatch(/left join file .* left join source /);
  expect(compiled('* | count by file').rows.toQuery().text).not.toMatch(/left join source/);
  expect(compiled('* | count by user').rows.toQuery().text).not.toMatch(/join/);
});

test('new leaves out what was seen before the range, if that has a beginning', () => {
  expect(compiled('* | new user').rows.toQuery().text).toMatch(/having bool_or/);
  expect(compiled('* | new user', null).rows.toQuery().text).not.toMatch(/having/);
});
