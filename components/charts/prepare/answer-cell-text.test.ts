import { expect, test } from 'vitest';
import type { ColumnAnswer } from '@/lib/interface';
import { answerCellText, answerCellTitle } from './answer-cell-text';

function column(more: Partial<ColumnAnswer>): ColumnAnswer {
  return { kind: 'text', unit: null, field: null, interval: null, ...more };
}

test.each([
  [1234567, column({ kind: 'integer' }), '1,234,567'],
  ['12345678901234567890', column({ kind: 'integer' }), '12,345,678,901,234,567,890'],
  [50051, column({ kind: 'integer', field: 'dst_port' }), '50051'],
  [50051, column({ kind: 'integer', field: 'bytes', unit: 'bytes' }), '50,051'],
  [12.34567, column({ kind: 'number' }), '12.346'],
  [0.0123456, column({ kind: 'number' }), '0.0123'],
  [null, column({ kind: 'number' }), '–'],
  [null, column({ field: 'user' }), '(none)'],
  ['a\u202eb', column({ field: 'user' }), 'a⟨U+202E⟩b'],
  ['2026-01-31T10:00:00.000Z', column({ kind: 'time', interval: 3_600_000 }), '31 Jan 2026 10:00'],
  ['2026-01-31T10:00:00.000Z', column({ kind: 'time', interval: 1000 }), '31 Jan 2026 10:00:00'],
  ['2026-01-31T00:00:00.000Z', column({ kind: 'time', interval: 86_400_000 }), '31 Jan 2026'],
  ['2026-01-31T10:00:00.123Z', column({ kind: 'time' }), '31 Jan 2026 10:00:00.123'],
])('%s is shown as it is read best', (value, of, expected) => {
  expect(answerCellText(value, of, 'utc')).toBe(expected);
});

test('amounts are also said in words', () => {
  expect(answerCellTitle(3_000_000, column({ kind: 'integer', unit: 'bytes' }))).toBe('2.86 MB');
  expect(answerCellTitle(90_000, column({ kind: 'number', unit: 'milliseconds' }))).toBe('1 min 30 s');
});
