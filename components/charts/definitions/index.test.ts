import { describe, expect, test } from 'vitest';
import { LOG_TYPES } from '@/lib/events';
import { checkPipeline, parseQuery, printQuery, splitPipeline } from '@/lib/query';
import { shapeOf } from '../prepare/answer-shape';
import { possibleKinds } from '../prepare/default-kind';
import { answerOf } from '../testing/sample-answer';
import { newQuery } from '../view-queries';
import { CHARTS, chartsOfType } from './index';

test('every type has charts, and every chart a name of its own', () => {
  for (const type of LOG_TYPES) expect(chartsOfType(type).length).toBeGreaterThanOrEqual(3);
  expect(new Set(CHARTS.map(({ name }) => name)).size).toBe(CHARTS.length);
});

describe.each(CHARTS)('$name', (chart) => {
  test('has something to say', () => {
    for (const text of [chart.title, chart.question, chart.click, chart.empty, chart.axes.x, chart.axes.y]) {
      expect(text).not.toBe('');
    }
    expect(chart.question).toMatch(/\?$/);
    expect(chart.empty).toMatch(/\.$/);
    if (chart.per !== undefined) expect(checkPipeline(`* | count by ${chart.per}`)).toBeNull();
  });

  test.each(chart.views)('$title can be asked and drawn', (view) => {
    expect(checkPipeline(view.query)).toBeNull();
    const shape = shapeOf(answerOf(view.query, []), view.query);
    if (chart.kind === 'map') expect(shape.keys.length % 2).toBe(0);
    else expect([...possibleKinds(shape), 'bars']).toContain(chart.kind);
    if (view.denied !== undefined) expect(checkPipeline(view.denied)).toBeNull();
    if (view.marksNew) expect(checkPipeline(newQuery(view.query))).toBeNull();
    // Its filter is one that can be joined to another.
    const { filter } = splitPipeline(view.query);
    expect(printQuery(parseQuery(filter.trim()))).not.toBe('');
  });
});
