import { expect, test } from 'vitest';
import { formatBytes, formatCounted, formatDuration, formatShare, formatSpeed } from './quantities';

test.each([
  [0, '0 B'],
  [312, '312 B'],
  [1000, '0.98 KB'],
  [1024, '1.00 KB'],
  [4_215_000, '4.02 MB'],
  [87_500_000_000, '81.5 GB'],
  [1024 ** 5 * 2, '2.00 PB'],
])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test('a speed that nobody knows is a dash', () => {
  expect(formatSpeed(null)).toBe('—');
  expect(formatSpeed(2 * 1024 * 1024)).toBe('2.00 MB/s');
});

test.each([
  [0.25, '250 ms'],
  [12.4, '12 s'],
  [59.7, '1 min 00 s'],
  [200, '3 min 20 s'],
  [18_120, '5 h 02 min'],
  [1_051_200, '12 d 4 h'],
])('%d seconds read %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

test('a share never rounds to nothing or to all', () => {
  expect(formatShare(0)).toBe('0 %');
  expect(formatShare(0.0002)).toBe('< 0.1 %');
  expect(formatShare(0.042)).toBe('4.2 %');
  expect(formatShare(0.5)).toBe('50 %');
  expect(formatShare(0.99991)).toBe('> 99.9 %');
  expect(formatShare(1)).toBe('100 %');
});

test('one is one', () => {
  expect(formatCounted(1, 'file')).toBe('1 file');
  expect(formatCounted(12_345, 'entry', 'entries')).toBe('12,345 entries');
});
