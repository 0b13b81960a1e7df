import { expect, test } from 'vitest';
import { exploreLink } from './explore-link';

test('a view becomes an address, hostile text and all', () => {
  expect(exploreLink({})).toBe('/explore');
  expect(exploreLink({ type: 'audit' })).toBe('/explore/audit');
  const href = exploreLink({ type: 'network', q: 'src_pod:"a&b#c"', source: 'x/y', from: '' });
  expect(new URL(href, 'http://host').pathname).toBe('/explore/network');
  expect(Object.fromEntries(new URL(href, 'http://host').searchParams)).toEqual({
    q: 'src_pod:"a&b#c"',
    source: 'x/y',
  });
});
