import { describe, expect, test } from 'vitest';
import { describePipeline, printPipeline } from '../pipeline/describe-pipeline';
import { evaluatePlan } from '../pipeline/evaluate';
import { parsePipeline } from '../pipeline/parse-pipeline';
import { planOf } from '../pipeline/plan';
import { queryable, type SampleEvent } from '../testing/sample-event';
import { SAMPLE_INCIDENT } from '../testing/sample-incident';
import { withoutSpans } from '../testing/without-spans';
import { STAGES, stageNamed } from './index';

const OPTIONS = { now: new Date('2026-02-01T00:00:00Z'), from: null, to: null };

/** The names of the columns, then the rows, times as ISO. */
function answerOf(query: string, events: readonly SampleEvent[]): (string | number | null)[][] {
  const { columns, rows } = evaluatePlan(planOf(parsePipeline(query)), events.map(queryable), OPTIONS);
  const shown = rows.map((row) =>
    row.map((cell, index) =>
      columns[index]?.kind === 'time' && cell !== null ? new Date(Number(cell) / 1000).toISOString() : cell,
    ),
  );
  return [columns.map(({ name }) => name), ...shown];
}

describe.each(STAGES)('step $kind', (stage) => {
  test('has a kind and names of its own, and examples', () => {
    expect(STAGES.filter((other) => other.kind === stage.kind)).toHaveLength(1);
    for (const name of stage.names) expect(stageNamed(name)).toBe(stage);
    expect(stage.examples.length).toBeGreaterThan(0);
  });

  test.each(stage.examples)('answers $query', ({ query, words, gives }) => {
    const pipeline = parsePipeline(query);
    expect(pipeline.stages.map(({ kind }) => kind)).toContain(stage.kind);
    expect(describePipeline(pipeline)).toBe(words);
    expect(withoutSpans(parsePipeline(printPipeline(pipeline)))).toEqual(withoutSpans(pipeline));
    expect(answerOf(query, SAMPLE_INCIDENT)).toEqual(gives);
  });
});
