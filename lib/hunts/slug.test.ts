import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeSlug, isSlug, slugOf } from './slug';

it.each([
  ['Wer war das? Übung 1', 'wer-war-das-ubung-1'],
  ['  --  ', 'hunt'],
  ['🦝', 'hunt'],
  ['../../etc/passwd\0', 'etc-passwd'],
  ['ﬁle', 'file'],
  ['a'.repeat(300), 'a'.repeat(60)],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('the slug of %j is %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

it('every title has a slug, also one that is free', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (title, number) => {
      const slug = slugOf(title);
      const taken = new Set([slug, ...Array.from({ length: number }, (_none, place) => `${slug}-${place + 2}`)]);
      expect(isSlug(slug)).toBe(true);
      expect(isSlug(freeSlug(slug, taken))).toBe(true);
      expect(taken).not.toContain(freeSlug(slug, taken));
    }),
  );
});

it('what addresses mean something else by is never free', () => {
  expect(freeSlug('import', new Set())).toBe('import-2');
  expect(freeSlug('library', new Set(['library-2']))).toBe('library-3');
});

it.each(['', 'A', 'a b', '../a', 'a--b', '-a', 'a'.repeat(200), '\0', 'ü'])('%j is no slug', (text) => {
  expect(isSlug(text)).toBe(false);
});
