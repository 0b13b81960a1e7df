import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import { compileQuery, type QueryScope } from './compile';
import { textMatcherSql } from './operators';
import { parseQuery } from './parse';
import { likePattern } from './pattern';
import { Sql, sql } from './sql';
import { arbitraryQuery } from './testing/arbitrary-query';

const SCOPE: QueryScope = {
  now: new Date('2026-02-01T00:00:00Z'),
  text: (term) => sql`event.message like ${term.kind === 'text' ? likePattern(term.pattern) : term.source}`,
  source: (matcher) => textMatcherSql(matcher, sql`source.name`),
  file: (matcher) => textMatcherSql(matcher, sql`file.path`),
};

function compiled(text: string) {
  return compileQuery(parseQuery(text), SCOPE).toQuery();
}

test.each([
  ['', 'true', []],
  ['verb:Delete', '(lower(event."verb" collate "C") = $1)', ['delete']],
  ['not user:a', '((lower(event."user_name" collate "C") = $1)) is not true', ['a']],
  ['severity>=warning', '(event."severity" >= $1::smallint)', [5]],
  ['type:(audit or network)', '((event."type" = $1::smallint or event."type" = $2::smallint))', [4, 5]],
  ['namespace:(A or b)', '(lower(event."namespace" collate "C") = any($1::text[]))', [['a', 'b']]],
  ['status:404', '(event."status" = $1::bigint)', [404]],
  ['time>now-1h', '(event."time" > $1::timestamptz)', ['2026-01-31T23:00:00.000Z']],
  ['id:1000000000-7', '((event."segment", event."n") = ($1::integer, $2::integer))', [1000000000, 7]],
  ['name:a%*', '(lower(event."name" collate "C") like $1)', ['a\\%%']],
  ['source:x', '(lower(source.name collate "C") = $1)', ['x']],
  ['some.key:x', '(lower((event."attributes" ->> $1::text) collate "C") = $2)', ['some.key', 'x']],
])('%s becomes SQL', (text, expected, values) => {
  expect(compiled(text)).toEqual({ text: expected, values });
});

test('every field can be asked for', () => {
  for (const type of LOG_TYPES) expect(compiled(`type:${type}`).values).toHaveLength(1);
  for (const severity of SEVERITIES) expect(compiled(`severity:${severity}`).values).toHaveLength(1);
});

/** The whole alphabet of the compiler: whatever is asked, the text of the SQL is made of these words alone. */
const SQL_WORDS =
  /^(?:\s+|event\."[a-z_]+"|(?:source\.name|file\.path|event\.message)\b|\$\d+|::(?:text|smallint|bigint|float8|integer|timestamptz|inet)\b(?:\[\])?|"C"|->>|<<=|>=|<=|[()=<>~,]|'UTC'|> 0\b|\b(?:translate|starts_with|right|length|strpos|extract|minute|hour|isodow|day|week|month|year|from|at|time|zone|true|false|is|not|null|and|or|lower|collate|like|any|case|when|then|else|end)\b)+$/;

test('no text of a query gets into the SQL', () => {
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const { text, values } = compileQuery(query, SCOPE).toQuery();
      expect(text).toMatch(SQL_WORDS);
      const placeholders = new Set(text.match(/\$\d+/g));
      expect(placeholders.size).toBe(values.length);
    }),
    { numRuns: 500 },
  );
});

test('a value that looks like a piece of SQL is bound like any other', () => {
  const forged = JSON.parse('{"text":"1=1; --","values":[]}');
  expect(sql`${forged}`.toQuery().text).toBe('$1');
  expect(sql`${forged}` instanceof Sql).toBe(true);
});
