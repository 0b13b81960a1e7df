import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooLong, linkedAddress } from './linked-address';

test('a link leads to the whole place, or to its name where that is too long', () => {
  const link = { slug: 'abc', path: '/explore/audit' };
  expect(linkedAddress({ ...link, search: 'q=a%26b&zone=utc' })).toBe('/explore/audit?q=a%26b&zone=utc&link=abc');
  const long = `q=${'x'.repeat(5000)}&event=1-2&zone=Europe%2FBerlin&sort=asc`;
  expect(linkedAddress({ ...link, search: long })).toBe('/explore/audit?event=1-2&zone=Europe%2FBerlin&link=abc');
});

test('no address is much longer than it may be, and all of a short one is in it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4000 }), (q) => {
      const search = new URLSearchParams({ q }).toString();
      const address = linkedAddress({ slug: 'abc', path: '/explore', search });
      expect(address.length).toBeLessThan(2020);
      const said = new URL(address, 'http://host').searchParams.get('q');
      expect(said).toBe(isTooLong('/explore', search) ? null : new URLSearchParams(search).get('q'));
    }),
  );
});
