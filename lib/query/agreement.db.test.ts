import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shareParts } from '@/lib/store/test-parts';
import { compileQuery } from './compile';
import { queryPredicate } from './matches';
import type { Query } from './node';
import { OPERATORS } from './operators';
import { parseQuery } from './parse';
import { printQuery } from './print';
import { parseRegex, postgresRegex, regexMatcher } from './regex';
import { type Sql, sql } from './sql';
import { arbitraryQuery } from './testing/arbitrary-query';
import { arbitraryRegex, arbitraryRegexOptions, arbitraryRegexText } from './testing/arbitrary-regex';
import { exampleEvent, queryable, type SampleEvent } from './testing/sample-event';
import { generatedEvents, insertEvent, placed } from './testing/stored-events';
import { textTermMatcher } from './text-terms';

/** Far above the segments that other tests make. */
const GENERATED_SEGMENT = 1_999_999_999;
const EXAMPLES_SEGMENT = 1_999_999_998;
const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);
const NOW = new Date('2026-02-01T00:00:00Z');
const client = new Client({ connectionString: process.env.DATABASE_URL });
const generated = generatedEvents(GENERATED_SEGMENT, 250);

const examples = OPERATORS.flatMap((operator) =>
  operator.examples.map(({ query, beside, finds, misses }) => ({ query, beside, values: [...finds, ...misses] })),
).map(({ query, beside, values }) => {
  const parsed = parseQuery(query);
  if (parsed.kind !== 'field') throw new Error(`"${query}" is not one clause`);
  return { query: parsed, text: query, events: values.map((value) => exampleEvent(parsed.field, value, beside)) };
});
const exampleEvents = examples
  .flatMap((example) => example.events)
  .map((event, n) => placed(event, EXAMPLES_SEGMENT, n));

beforeAll(async () => {
  await client.connect();
  await removeEvents();
  for (const [n, event] of generated.entries()) await insertEvent(client, event, GENERATED_SEGMENT, n);
  for (const [n, event] of exampleEvents.entries()) await insertEvent(client, event, EXAMPLES_SEGMENT, n);
  for (const segment of [GENERATED_SEGMENT, EXAMPLES_SEGMENT]) await shareParts(client, segment);
});

afterAll(async () => {
  await removeEvents();
  await client.end();
});

describe('SQL and the predicate find the same events', () => {
  test('for generated queries', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryQuery, async (query) => {
        const numbers = await numbersOf(query, GENERATED_SEGMENT, generated);
        expect([printQuery(query), numbers]).toEqual([printQuery(query), expected(query, generated)]);
        if (numbers.length > 0 && numbers.length < generated.length) found++;
      }),
      { numRuns: RUNS },
    );
    // A property over empty answers would prove nothing.
    expect(found).toBeGreaterThan(RUNS / 5);
  }, 300_000);

  test.each(examples)('for $text', async ({ query }) => {
    const numbers = await numbersOf(query, EXAMPLES_SEGMENT, exampleEvents);
    expect(numbers).toEqual(expected(query, exampleEvents));
  });
});

test('regular expressions mean the same to Postgres and to the automaton', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryRegexOptions,
      arbitraryRegex,
      fc.array(arbitraryRegexText, { minLength: 5 }),
      async ({ options }, source, texts) => {
        const regex = parseRegex(options + source);
        const statement = sql`select ordinal from unnest(${texts}::text[]) with ordinality as item(content, ordinal)
        where content collate "C" ~ ${postgresRegex(regex)} order by ordinal`;
        const { rows } = await client.query<{ ordinal: string }>(statement.toQuery());
        const matches = regexMatcher(regex);
        const ordinals = texts.flatMap((text, index) => (matches(text) ? [index + 1] : []));
        expect([options, source, texts, rows.map((row) => Number(row.ordinal))]).toEqual([
          options,
          source,
          texts,
          ordinals,
        ]);
      },
    ),
    { numRuns: RUNS },
  );
});

test('a query that is not so of a field finds the events without it', async () => {
  const without = generated.flatMap((event, n) => (event.fields.get('user') === undefined ? [n] : []));
  expect(without.length).toBeGreaterThan(0);
  const numbers = await numbersOf(parseQuery('not user:nobody'), GENERATED_SEGMENT, generated);
  expect(numbers).toEqual(expect.arrayContaining(without));
});

function expected(query: Query, among: readonly SampleEvent[]): number[] {
  const isMatch = queryPredicate(query, NOW);
  return among.flatMap((event, n) => (isMatch(queryable(event)) ? [n] : []));
}

async function numbersOf(query: Query, segment: number, among: readonly SampleEvent[]): Promise<number[]> {
  const condition = compileQuery(query, {
    now: NOW,
    text(term): Sql {
      const occurs = textTermMatcher(term);
      return sql`event.n = any(${among.flatMap((event, n) => (occurs(event.text) ? [n] : []))}::integer[])`;
    },
    source: () => sql`false`,
    file: () => sql`false`,
  });
  const statement = sql`select event.n from event where event.segment = ${segment} and ${condition} order by event.n`;
  const { rows } = await client.query<{ n: number }>(statement.toQuery());
  return rows.map((row) => row.n);
}

async function removeEvents(): Promise<void> {
  await client.query('delete from event_part where segment = any($1)', [[GENERATED_SEGMENT, EXAMPLES_SEGMENT]]);
  await client.query('delete from event_row where segment = any($1)', [[GENERATED_SEGMENT, EXAMPLES_SEGMENT]]);
}
