import { describe, expect, test } from 'vitest';
import { resolveField } from '../field-reference';
import { describePipeline, printPipeline } from '../pipeline/describe-pipeline';
import { evaluatePlan } from '../pipeline/evaluate';
import { parsePipeline } from '../pipeline/parse-pipeline';
import { planOf } from '../pipeline/plan';
import { eventWith, queryable } from '../testing/sample-event';
import { withoutSpans } from '../testing/without-spans';
import { FUNCTIONS, functionCalled } from './index';

const OPTIONS = { now: new Date('2026-02-01T00:00:00Z'), from: null, to: null };

describe.each(FUNCTIONS)('function $kind', (each) => {
  test('is called by its names, and by no other function’s', () => {
    for (const name of each.names)
      expect(functionCalled(name.toUpperCase())).toEqual({ called: each, parameter: null });
    expect(each.examples.length).toBeGreaterThan(0);
  });

  test.each(each.examples)('answers $query', ({ query, words, values, result }) => {
    const pipeline = parsePipeline(query);
    const [stage] = pipeline.stages;
    if (stage?.kind !== 'aggregate' || stage.aggregates[0] === undefined) throw new Error(`"${query}" is no figure`);
    expect(stage.aggregates[0].kind).toBe(each.kind);
    expect(describePipeline(pipeline)).toBe(words);
    expect(withoutSpans(parsePipeline(printPipeline(pipeline)))).toEqual(withoutSpans(pipeline));
    const field = stage.aggregates[0].field ?? resolveField('user');
    const events = values.map((value) => queryable(eventWith(field, value)));
    expect(evaluatePlan(planOf(pipeline), events, OPTIONS).rows).toEqual([[result]]);
  });
});

test('a share of a quantile may be in the name', () => {
  expect(['p95', 'p99.9', 'median', 'P50'].map((word) => functionCalled(word)?.parameter)).toEqual([
    0.95, 0.999, 0.5, 0.5,
  ]);
  expect(['p', 'p100', 'pod', 'p9x'].map((word) => functionCalled(word))).toEqual([null, null, null, null]);
});
