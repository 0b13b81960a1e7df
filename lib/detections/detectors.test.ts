import { describe, expect, test } from 'vitest';
import { parsePipeline } from '@/lib/query';
import { TALLIES } from './all-tallies';
import { DETECTORS } from './detectors';
import { columnsOf } from './example-events';
import { decodeTallied, encodeTallied } from './stored-tallied';
import { talliedRows } from './tallied-columns';
import { tallyColumns } from './tally-segment';
import { historyOf } from './testing/history-of';

test('detectors and tallies have names of their own', () => {
  const names = DETECTORS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const tallies = TALLIES.map(({ name }) => name);
  expect(new Set(tallies).size).toBe(tallies.length);
  for (const name of [...names, ...tallies]) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

describe.each(DETECTORS)('$name', (detector) => {
  test('shows what it finds and what it passes over', () => {
    expect(detector.examples.some(({ finds }) => finds.length > 0)).toBe(true);
    expect(detector.examples.some(({ finds }) => finds.length === 0)).toBe(true);
  });

  test.each(detector.examples)('$says', ({ events, finds }) => {
    const findings = [...detector.detect(historyOf(events()))].sort((a, b) => a.from - b.from);
    expect(findings).toEqual(finds.map((found) => expect.objectContaining(found)));
    for (const { query, from, to, events: count } of findings) {
      expect(() => parsePipeline(query)).not.toThrow();
      expect(from).toBeLessThan(to);
      expect(count).toBeGreaterThan(0);
    }
  });

  test.each(detector.examples)('what it counts can be stored: $says', ({ events }) => {
    const columns = columnsOf(events());
    for (const tally of detector.tallies) {
      const tallied = tallyColumns(columns, tally);
      expect(decodeTallied(encodeTallied(tallied))).toEqual(talliedRows(tallied));
    }
  });
});
