import { expect, test } from 'vitest';
import { testFinding } from '@/components/triage/test-finding';
import type { FindingAnswer, FindingLevel } from '@/lib/interface';
import { clusterFindings } from './cluster-findings';

const RANGE = { from: 1000, to: 2000 };
const finding = (id: string, from: number, to: number, level: FindingLevel = 'low'): FindingAnswer =>
  testFinding({ id, level, from: new Date(from).toISOString(), to: new Date(to).toISOString() });

test('findings stand where they begin, close ones under the worst of them', () => {
  const marks = clusterFindings(
    [finding('late', 1900, 2500), finding('a', 1100, 1150), finding('b', 1115, 1300, 'critical')],
    RANGE,
    0.02,
  );
  expect(marks.map((mark) => [mark.at, mark.to, mark.level, mark.findings.map(({ id }) => id)])).toEqual([
    [0.1, 0.3, 'critical', ['b', 'a']],
    [0.9, 1, 'low', ['late']],
  ]);
});

test('one that began before stands at the edge; those outside are left out, also when they touch it', () => {
  const marks = clusterFindings(
    [finding('before', 0, 1200), finding('ended', 0, 1000), finding('later', 2000, 3000)],
    RANGE,
    0.02,
  );
  expect(marks.map(({ at, to, findings }) => [at, to, findings.length])).toEqual([[0, 0.2, 1]]);
});

test('a chain of close findings does not grow into one mark', () => {
  const chain = Array.from({ length: 10 }, (_, index) => finding(String(index), 1000 + index * 15, 1001 + index * 15));
  expect(clusterFindings(chain, RANGE, 0.04).map(({ findings }) => findings.length)).toEqual([3, 3, 3, 1]);
});
