import { expect, test } from 'vitest';
import { withReadablePath } from './readable-path.mjs';

test.each([
  ['/', '/'],
  ['/api/hunts/a%20b?q=%E0', '/api/hunts/a%20b?q=%E0'],
  ['/api/hunts/%E0%A4%A', '/api/hunts/%25E0%25A4%25A'],
  ['/api/hunts/%E0%A4%A/history?q=1', '/api/hunts/%25E0%25A4%25A/history?q=1'],
  ['/hunts/100%', '/hunts/100%25'],
  ['/s/%FF#a/b', '/s/%25FF#a/b'],
  ['/%e2%82%ac/%', '/%e2%82%ac/%25'],
])('%s is read as %s', (url, expected) => {
  expect(withReadablePath(url)).toBe(expected);
  expect(() => decodeURIComponent(withReadablePath(url).split(/[?#]/)[0])).not.toThrow();
});
