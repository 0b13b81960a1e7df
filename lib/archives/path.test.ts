import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryPath, pathWithin, UniquePaths, withoutSuffix } from './path';

test.each([
  ['logs/x.log', 'logs/x.log'],
  ['/etc/x', 'etc/x'],
  ['././a//b/./c', 'a/b/c'],
  ['../../x', '../../x'],
  ['', 'unnamed'],
  ['/', 'unnamed'],
  ['a\0b', 'ab'],
  ['a\nb\u202eb', 'a\ufffdb\ufffdb'],
  ['u\u0308', 'ü'],
])('%j is labelled %j', (name, path) => {
  expect(entryPath(name)).toBe(path);
});

test('paths are bounded, different ones stay different, and labelling twice changes nothing', () => {
  const parts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 300 });
  fc.assert(
    fc.property(parts, (names) => {
      const path = entryPath(names.join('/'));
      expect(Buffer.byteLength(path)).toBeLessThanOrEqual(1024);
      expect(path.split('/').length).toBeLessThanOrEqual(255);
      expect(entryPath(path)).toBe(path);
      expect(path.startsWith('/')).toBe(false);
    }),
  );
  const long = 'a/'.repeat(400);
  expect(entryPath(`${long}b`)).not.toBe(entryPath(`${long}c`));
  expect(Buffer.byteLength(pathWithin('x'.repeat(1024), 'y'))).toBeLessThanOrEqual(1024);
});

test('a suffix goes in any case, but never the whole name', () => {
  expect(withoutSuffix('a/x.LOG.GZ', { '.gz': '' })).toBe('a/x.LOG');
  expect(withoutSuffix('a/x.tgz', { '.gz': '', '.tgz': '.tar' })).toBe('a/x.tar');
  expect(withoutSuffix('a/.gz', { '.gz': '' })).toBe('a/.gz');
  expect(withoutSuffix('.gz', { '.gz': '' })).toBe('.gz');
});

test('every path is given once, and many twins take no time', () => {
  const paths = new UniquePaths();
  expect(['x', 'x', 'x (2)', 'x', 'x (2)'].map((path) => paths.claim(path))).toEqual([
    'x',
    'x (2)',
    'x (2) (2)',
    'x (3)',
    'x (2) (3)',
  ]);
  const began = performance.now();
  for (let n = 0; n < 100_000; n += 1) paths.claim('twin');
  expect(performance.now() - began).toBeLessThan(5000);
});
