import { describe, expect, test } from 'vitest';
import { RECEIVERS } from '../../lib/receivers/receivers';
import { isForReceivers } from './receiver-paths.mjs';

const json = { accept: 'application/json' };
const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe.each(RECEIVERS)('$name', ({ examples }) => {
  test.each(examples.map(({ path }) => path))('what is sent to %s gets there', (path) => {
    // Where a receiver is at the root, only a token in the path leads to it, or the wish for JSON.
    const url = path === '' || path === '/' ? '/in/token/' : path;
    expect(isForReceivers({ url: `${url}?pipeline=x`, headers: {} })).toBe(true);
    expect(isForReceivers({ url: `/in/token${path}`, headers: {} })).toBe(true);
  });
});

test('clients of Elasticsearch ask at the root, browsers get a page there', () => {
  expect(isForReceivers({ url: '/', headers: json })).toBe(true);
  expect(isForReceivers({ url: '/', headers: page })).toBe(false);
  expect(isForReceivers({ url: '/', headers: {} })).toBe(false);
});

test.each([
  '/explore',
  '/_next/static/a.js',
  '/api/sources',
  '/api/uploads/1',
  '/readyz',
  '/uploads',
  '/inbox',
  '/elastics',
])('%s is ours', (url) => {
  expect(isForReceivers({ url, headers: json })).toBe(false);
});
