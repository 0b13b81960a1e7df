import { expect, test } from 'vitest';
import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { answerTracks } from './answer-widths';

const TEXT: ColumnAnswer = { kind: 'text', unit: null, field: 'user', interval: null };
const COUNT: ColumnAnswer = { kind: 'integer', unit: null, field: null, interval: null };

function answer(values: readonly string[], kinds: readonly ColumnAnswer[] = [TEXT, COUNT]): QueryAnswer {
  return {
    columns: ['user', 'count'],
    kinds: [...kinds],
    rows: values.map((value) => [value, 7]),
    total: values.length,
    truncated: false,
    exact: true,
    words: '',
    notes: [],
    baseline: null,
  };
}

test('columns are as wide as what they hold, and the rest stays free', () => {
  const { template, width } = answerTracks(answer(['a'.repeat(20), 'b']), 'utc');
  expect(template).toBe('165px 88px minmax(0,1fr)');
  expect(width).toBe(165 + 88);
});

test('a long text grows to its length where there is room', () => {
  expect(answerTracks(answer(['a'.repeat(100)]), 'utc').template).toBe('minmax(420px,745px) 88px minmax(0,1fr)');
});

test('an answer without rows has its columns', () => {
  expect(answerTracks(answer([]), 'utc').template).toBe('88px 88px minmax(0,1fr)');
});
