import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareParts } from '@/lib/store/test-parts';
import { compileQuery } from '../compile';
import type { FieldReference } from '../field-reference';
import { type Sql, sql } from '../sql';
import { STAGES } from '../stages';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { queryable } from '../testing/sample-event';
import { generatedEvents, insertEvent } from '../testing/stored-events';
import { textTermMatcher } from '../text-terms';
import { cellOfSql, shownCell } from './cell';
import { compilePlan } from './compile-plan';
import { type EvaluationOptions, evaluatePlan, type PlanAnswer } from './evaluate';
import { parsePipeline } from './parse-pipeline';
import { baselineOf, planOf, withBucketWidth } from './plan';
import type { Plan } from './steps';

/** Far above the segments that other tests make. */
const SEGMENT = 1_999_999_997;
const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);
const NOW = new Date('2026-02-01T00:00:00Z');
const client = new Client({ connectionString: process.env.DATABASE_URL });
const events = generatedEvents(SEGMENT, 200);
const queryableEvents = events.map(queryable);

const moments = fc.option(
  fc.constantFrom('2026-01-31T00:00:00Z', '2026-01-31T11:00:00Z', '2026-01-31T12:00:00Z', '2026-01-31T23:30:00Z'),
);
const ranges = fc.record({ from: moments, to: moments }).map(({ from, to }): EvaluationOptions => {
  const millis = (text: string | null) => (text === null ? null : Date.parse(text));
  return { now: NOW, from: millis(from), to: millis(to) };
});

beforeAll(async () => {
  await client.connect();
  await removeEvents();
  for (const [n, event] of events.entries()) await insertEvent(client, event, SEGMENT, n);
  await shareParts(client, SEGMENT);
});

afterAll(async () => {
  await removeEvents();
  await client.end();
});

test('SQL and memory give the same answer to generated queries with steps', async () => {
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryPipeline, ranges, async (text, options) => {
      if (await agrees(text, options)) filled++;
    }),
    { numRuns: RUNS },
  );
  // A property over empty answers would prove nothing.
  expect(filled).toBeGreaterThan(RUNS / 5);
});

const EXAMPLES = STAGES.flatMap(({ examples }) => examples.map(({ query }) => query));

test.each([
  ...EXAMPLES,
  '* | count by severity, type | sort severity',
  '* | new user, verb vs 12h | where first_seen:>2026-01-31',
  '* | timeline 7h sum bytes, p95 duration by verb',
  '* | timeline by type',
  '* | count by a | sort -a',
  '* | limit 20 | where not user:a* | count by user, verb | count by user',
  '* | sum bytes, avg bytes, min bytes, max bytes, median bytes, distinct bytes by user',
  '* | sum Retries, avg Retries, max Retries, distinct Retries by type',
  '* | sort Retries, -duration, message | fields Retries, duration, message, id',
  '* | timeline 1h | avg count, max count, min time',
  'nothing-has-this | sum bytes, count',
  'nothing-has-this | count by user',
  'nothing-has-this | timeline',
])('SQL and memory agree on %s', async (text) => {
  await agrees(text, { now: NOW, from: null, to: null });
  await agrees(text, { now: NOW, from: Date.parse('2026-01-31T12:00:00Z'), to: null });
});

/** Holds the two answers to each other; true when there are rows. */
async function agrees(text: string, options: EvaluationOptions): Promise<boolean> {
  const plan = planOf(parsePipeline(text));
  const expected = evaluatePlan(plan, queryableEvents, options);
  const { answer, total } = await answerOfSql(plan, options);
  expect(answer.columns.map(({ name }) => name)).toEqual(expected.columns.map(({ name }) => name));
  expect([text, options, rounded(answer)]).toEqual([text, options, rounded(expected)]);
  expect(total).toBe(expected.rows.length);
  return expected.rows.length > 0;
}

async function answerOfSql(plan: Plan, options: EvaluationOptions): Promise<{ answer: PlanAnswer; total: number }> {
  const where = selectionOf(plan, options);
  const width = await client.query<{ first: string | null; last: string | null }>(
    sql`select floor(extract(epoch from min(event."time")) * 1000) as first, floor(extract(epoch from max(event."time")) * 1000) as last
      from event where ${where}`.toQuery(),
  );
  const millis = (given: number | null, found: string | null | undefined) =>
    given ?? (found == null ? null : Number(found));
  const ready = withBucketWidth(
    plan,
    millis(options.from, width.rows[0]?.first),
    millis(options.to === null ? null : options.to - 1, width.rows[0]?.last),
  );
  const from = options.from === null ? null : new Date(options.from);
  const compiled = compilePlan(ready, { now: NOW, where, from, rowsMax: 10_000 });
  const { rows } = await client.query<Record<string, unknown>>(compiled.rows.toQuery());
  const { rows: totals } = await client.query<{ total: string }>(compiled.total.toQuery());
  return {
    answer: { columns: compiled.columns, rows: rows.map((row) => cells(compiled.columns, row)) },
    total: Number(totals[0]?.total),
  };
}

function cells(columns: readonly FieldReference[], row: Record<string, unknown>) {
  return columns.map((column, index) => shownCell(column, cellOfSql(column, row[`c${index}`])));
}

function selectionOf(plan: Plan, { from, to }: EvaluationOptions): Sql {
  const condition = compileQuery(plan.filter, {
    now: NOW,
    text(term): Sql {
      const occurs = textTermMatcher(term);
      return sql`event.n = any(${events.flatMap((event, n) => (occurs(event.text) ? [n] : []))}::integer[])`;
    },
    source: () => sql`false`,
    file: () => sql`false`,
  });
  const start = from === null ? null : new Date(from - (baselineOf(plan) ?? 0)).toISOString();
  const after = start === null ? sql`true` : sql`event."time" >= ${start}::timestamptz`;
  const before = to === null ? sql`true` : sql`event."time" < ${new Date(to).toISOString()}::timestamptz`;
  return sql`event.segment = ${SEGMENT} and ${after} and ${before} and ${condition}`;
}

/** Whole numbers exactly, others to ten figures: doubles may be added in another order. */
function rounded({ rows }: PlanAnswer) {
  const round = (cell: string | number | null) =>
    typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(10)) : cell;
  return rows.map((row) => row.map(round));
}

async function removeEvents(): Promise<void> {
  await client.query('delete from event_part where segment = $1', [SEGMENT]);
  await client.query('delete from event_row where segment = $1', [SEGMENT]);
}
