import { expect, test } from 'vitest';
import { storable } from './stored-text';

test('what Postgres refuses becomes a mark, everything else stays', () => {
  expect(storable('a\0b\ud800c💥')).toBe('a\uFFFDb\uFFFDc💥');
});
