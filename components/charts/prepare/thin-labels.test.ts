import { expect, test } from 'vitest';
import { cutMiddle, labelEvery } from './thin-labels';

test('labels are thinned until they fit', () => {
  expect(labelEvery(10, 1000, 50)).toBe(1);
  expect(labelEvery(100, 1000, 50)).toBe(5);
  expect(labelEvery(0, 1000, 50)).toBe(1);
  expect(labelEvery(10, 0, 50)).toBe(1);
});

test('a long name keeps both of its ends', () => {
  expect(cutMiddle('ledger', 10)).toBe('ledger');
  expect(cutMiddle('ledger-7c9f4b5d-x2x9k', 11)).toBe('ledge…x2x9k');
  expect(cutMiddle('abcdef', 2)).toBe('a…');
  expect(cutMiddle('abcdef', 1)).toBe('…');
  expect([...cutMiddle('👩👩👩👩👩👩', 4)]).toHaveLength(4);
});
